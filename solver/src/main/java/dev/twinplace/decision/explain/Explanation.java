package dev.twinplace.decision.explain;

import dev.twinplace.decision.Answer;
import dev.twinplace.decision.ResourceLoad;
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

    /**
     * Explains an answer with a placement. O(M·R·K), a constant number of times.
     *
     * @throws java.util.NoSuchElementException if it has none
     */
    public static Explanation of(Answer answer) {
        Placement placement = answer.result().placement().orElseThrow();
        TwinChoices choices = new TwinChoices(answer.question(), placement);
        double[][] price = ResourcePrices.of(answer.question(), choices.cost());
        return new Explanation(choices.all(), choices.unplaced(), scarce(answer, placement, price));
    }

    private static List<ScarceResource> scarce(Answer answer, Placement placement, double[][] price) {
        PlacementProblem problem = answer.question().problem();
        double[] weight = new double[problem.servers()];
        for (int u = 0; u < placement.twins(); u++) {
            weight[placement.serverOf(u)] += problem.weight(u);
        }
        List<ServerFigures> servers = answer.servers();
        List<ScarceResource> scarce = new ArrayList<>();
        for (int s = 0; s < servers.size(); s++) {
            ServerFigures server = servers.get(s);
            for (int k = 0; k < price.length; k++) {
                ResourceLoad load = server.loads().get(k);
                if (price[k][s] > 0) {
                    double free = Math.max(0, load.capacity() - load.load());
                    scarce.add(new ScarceResource(server.server(), load.resource(), free, price[k][s]));
                }
            }
            double slowdown = problem.contention(s) * weight[s];
            if (slowdown > 0) {
                scarce.add(new ScarceResource(server.server(), PROCESSOR, Double.POSITIVE_INFINITY, slowdown));
            }
        }
        return scarce;
    }
}
