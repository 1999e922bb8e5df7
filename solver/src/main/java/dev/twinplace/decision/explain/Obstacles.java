package dev.twinplace.decision.explain;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.decision.Question;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.model.Outcome;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ServerRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is in the way of a twin that would go to a server, while all others stay: a rule, a twin that it must be separate from,
 * too little of a resource, or a latency. Whether something is in the way is what the solvers say; what it is, is read from
 * the question.
 */
final class Obstacles {
    private final Question question;
    private final PlacementProblem problem;
    private final int[] serverOf;
    private final IncrementalCost cost;

    /** Twins of each row. */
    private final List<List<Integer>> members = new ArrayList<>();

    /** By resource and server. */
    private final double[][] load;

    private final Optional<ServerRules> rules;
    private final Optional<Separations> separations;
    private final Optional<SharedLatencies> latencies;

    /**
     * Of a placement.
     *
     * @param serverOf the server of each twin of the question, or {@link Outcome#UNPLACED}; kept
     * @param cost which has the same placement, and keeps it
     */
    Obstacles(Question question, int[] serverOf, IncrementalCost cost) {
        this.question = question;
        this.serverOf = serverOf;
        this.cost = cost;
        problem = question.problem();
        for (int u = 0; u < problem.twins(); u++) {
            members.add(new ArrayList<>());
        }
        for (int m = 0; m < question.twins(); m++) {
            members.get(question.rowOf(m)).add(m);
        }
        load = new double[question.resources().size()][question.servers()];
        addLoads();
        Optional<ScenarioQuestion> scenario =
                question instanceof ScenarioQuestion known ? Optional.of(known) : Optional.empty();
        rules = scenario.map(Obstacles::rules);
        separations = scenario.map(known -> new Separations(known.scenario(), serverOf));
        latencies = scenario.map(known -> new SharedLatencies(known.scenario(), rules.orElseThrow(), serverOf));
    }

    private void addLoads() {
        for (int m = 0; m < serverOf.length; m++) {
            for (int k = 0; k < load.length && serverOf[m] != Outcome.UNPLACED; k++) {
                load[k][serverOf[m]] += question.demand(m, serverOf[m], k);
            }
        }
    }

    private static ServerRules rules(ScenarioQuestion question) {
        int[] nowhere = new int[question.twins()];
        Arrays.fill(nowhere, Outcome.UNPLACED);
        return ServerRules.of(question.scenario(), nowhere);
    }

    /** What keeps a twin away, and why. */
    record Obstacle(Keeper keeper, String text) {}

    /** Empty if the twin, with those that must be together with it, can go to this column. O(1) for a twin alone that can. */
    Optional<Obstacle> of(int twin, int column) {
        int row = question.rowOf(twin);
        if (cost.fits(row, column)) {
            return Optional.empty();
        }
        List<Integer> moving = members.get(row);
        return rules.flatMap(known -> rule(known, twin, moving, column))
                .or(() -> separations
                        .flatMap(known -> known.inTheWay(twin, moving, column))
                        .map(text -> new Obstacle(Keeper.SEPARATE, text)))
                .or(() -> shortage(moving, column))
                .or(() -> latencies
                        .flatMap(known -> known.exceeded(twin, moving, column))
                        .map(text -> new Obstacle(Keeper.LATENCY, text)))
                .or(() -> Optional.of(new Obstacle(Keeper.CAPACITY, "there is no room for it")));
    }

    private Optional<Obstacle> rule(ServerRules known, int twin, List<Integer> moving, int column) {
        for (int m : moving) {
            List<ServerRules.Bar> bars = column < question.servers() ? known.barring(m, column) : List.of();
            if (!bars.isEmpty()) {
                String subject = m == twin ? "it" : question.twinId(m) + ", which must be with it,";
                String text = subject + " " + known.reason(bars.get(bars.size() - 1), m, column);
                return Optional.of(new Obstacle(Keeper.RULE, text));
            }
        }
        return Optional.empty();
    }

    /** The resource that is short by most, relative to what there is. */
    private Optional<Obstacle> shortage(List<Integer> moving, int column) {
        double worst = 0;
        Optional<Obstacle> found = Optional.empty();
        for (int k = 0; k < load.length && column < question.servers(); k++) {
            double capacity = question.capacity(column, k);
            double needed = 0;
            for (int m : moving) {
                needed += question.demand(m, column, k);
            }
            double missing = (load[k][column] + needed - capacity) / Math.max(capacity, Double.MIN_NORMAL);
            if (capacity != Double.POSITIVE_INFINITY && needed > 0 && missing > worst) {
                worst = missing;
                found = Optional.of(new Obstacle(Keeper.CAPACITY, shortage(moving.size(), needed, column, k)));
            }
        }
        return found;
    }

    private String shortage(int moving, double needed, int column, int k) {
        double capacity = question.capacity(column, k);
        boolean isLarge = needed > capacity;
        double there = isLarge ? capacity : Math.max(0, capacity - load[k][column]);
        return (moving == 1 ? "it needs " : "its group needs ") + TwinChoices.number(needed) + " "
                + question.resources().get(k) + ", and " + TwinChoices.number(there)
                + (isLarge ? " is all there is" : " is free");
    }
}
