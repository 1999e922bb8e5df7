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

/** What is in the way of a twin that would go to a server, while all others stay: a rule, or what is there already. */
final class Obstacles {
    private final Question question;
    private final PlacementProblem problem;
    private final IncrementalCost cost;
    private final Optional<ServerRules> rules;

    /** Twins of each row. */
    private final List<List<Integer>> members = new ArrayList<>();

    /** Reads the placement that {@code cost} has at each call. */
    Obstacles(Question question, IncrementalCost cost) {
        this.question = question;
        this.cost = cost;
        problem = question.problem();
        rules = question instanceof ScenarioQuestion scenario ? Optional.of(rules(scenario)) : Optional.empty();
        for (int u = 0; u < problem.twins(); u++) {
            members.add(new ArrayList<>());
        }
        for (int m = 0; m < question.twins(); m++) {
            members.get(question.rowOf(m)).add(m);
        }
    }

    private static ServerRules rules(ScenarioQuestion question) {
        int[] nowhere = new int[question.twins()];
        Arrays.fill(nowhere, Outcome.UNPLACED);
        return ServerRules.of(question.scenario(), nowhere);
    }

    /** What keeps a twin away, and why. */
    record Obstacle(Keeper keeper, String text) {}

    /** Empty if the twin, with those that must be together with it, can go to this column. O(1) for a twin alone. */
    Optional<Obstacle> of(int twin, int column) {
        int row = question.rowOf(twin);
        if (cost.fits(row, column)) {
            return Optional.empty();
        }
        Optional<String> rule = rules.flatMap(known -> rule(known, twin, row, column));
        if (rule.isPresent()) {
            return Optional.of(new Obstacle(Keeper.RULE, rule.get()));
        }
        double demand = problem.demand(row, column);
        double free = problem.capacity(column) - cost.loadOn(column);
        boolean isLarge = !problem.fits(row, column);
        boolean isAlone = members.get(row).size() == 1;
        String text = (isAlone ? "it needs " : "its group needs ") + TwinChoices.number(demand) + " "
                + question.resource() + ", and "
                + TwinChoices.number(isLarge ? problem.capacity(column) : Math.max(0, free))
                + (isLarge ? " is all there is" : " is free");
        return Optional.of(new Obstacle(Keeper.CAPACITY, text));
    }

    private Optional<String> rule(ServerRules known, int twin, int row, int column) {
        for (int m : members.get(row)) {
            List<ServerRules.Bar> bars = known.barring(m, column);
            if (!bars.isEmpty()) {
                String subject = m == twin ? "it" : question.twinId(m) + ", which must be with it,";
                return Optional.of(subject + " " + known.reason(bars.get(bars.size() - 1), m, column));
            }
        }
        return Optional.empty();
    }
}
