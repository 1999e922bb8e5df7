package dev.twinplace.decision.explain;

import dev.twinplace.decision.Answer;
import dev.twinplace.decision.Question;
import dev.twinplace.decision.ServerFigures;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an answer is what it is.
 *
 * @param twins each, in the question's order
 * @param unplaced the optional twins among them that no server runs
 * @param scarce resources with a price, in the order of the servers
 */
public record Explanation(List<TwinChoice> twins, List<UnplacedTwin> unplaced, List<ScarceResource> scarce) {
    private static final String PROCESSOR = "processor";

    public Explanation {
        twins = List.copyOf(twins);
        unplaced = List.copyOf(unplaced);
        scarce = List.copyOf(scarce);
    }

    /** What one unit of each server's capacity is worth, given a problem and a placement of it. */
    @FunctionalInterface
    public interface Prices {
        /** Not negative, by server; 0 where the capacity is not scarce. */
        double[] of(PlacementProblem problem, Placement placement);
    }

    /**
     * Explains an answer with a placement. O(M·R) beside the prices.
     *
     * @throws java.util.NoSuchElementException if it has none
     */
    public static Explanation of(Answer answer, Prices prices) {
        Placement placement = answer.result().placement().orElseThrow();
        TwinChoices choices = new TwinChoices(answer.question(), placement);
        return new Explanation(
                choices.all(),
                choices.unplaced(),
                scarce(answer, placement, prices.of(answer.question().problem(), placement)));
    }

    private static List<ScarceResource> scarce(Answer answer, Placement placement, double[] price) {
        Question question = answer.question();
        PlacementProblem problem = question.problem();
        double[] weight = new double[problem.servers()];
        for (int u = 0; u < placement.twins(); u++) {
            weight[placement.serverOf(u)] += problem.weight(u);
        }
        List<ServerFigures> servers = answer.servers();
        List<ScarceResource> scarce = new ArrayList<>();
        for (int s = 0; s < servers.size(); s++) {
            ServerFigures server = servers.get(s);
            if (price[s] > 0 && server.capacity() != Double.POSITIVE_INFINITY) {
                double free = Math.max(0, server.capacity() - server.load());
                scarce.add(new ScarceResource(server.server(), question.resource(), free, price[s]));
            }
            double slowdown = problem.contention(s) * weight[s];
            if (slowdown > 0) {
                scarce.add(new ScarceResource(server.server(), PROCESSOR, Double.POSITIVE_INFINITY, slowdown));
            }
        }
        return scarce;
    }
}
