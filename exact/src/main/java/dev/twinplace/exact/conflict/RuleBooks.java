package dev.twinplace.exact.conflict;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import dev.twinplace.problem.CompiledScenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ServerRules;
import dev.twinplace.problem.ServerRules.Bar;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Lists the rules of scenarios, and of problems of no scenario. */
final class RuleBooks {
    private RuleBooks() {}

    /** Of a problem of no scenario: its capacities, and that each job must be done. */
    static RuleBook of(PlacementProblem problem) {
        RuleBook book = new RuleBook(problem.twins(), problem.servers(), "demand");
        for (int s = 0; s < problem.servers(); s++) {
            book.addCapacity(s, problem.loadLimit(s), "agent " + s + " has " + number(problem.capacity(s)));
        }
        for (int m = 0; m < problem.twins(); m++) {
            book.addPlaced(m, "job " + m + " must be done");
            for (int s = 0; s < problem.servers(); s++) {
                book.setDemand(m, s, problem.demand(m, s));
            }
        }
        return book;
    }

    static List<String> agentNames(PlacementProblem problem) {
        return IntStream.range(0, problem.servers()).mapToObj(s -> "agent " + s).toList();
    }

    /** Of a scenario whose twins run nowhere yet. */
    static RuleBook of(Scenario scenario, CompiledScenario compiled) {
        RuleBook book = new RuleBook(scenario.twins().size(), scenario.servers().size(), Constraints.WORKLOAD);
        addServers(scenario, compiled, book);
        int[] nowhere = new int[book.twins()];
        Arrays.fill(nowhere, Outcome.UNPLACED);
        ServerRules rules = ServerRules.of(scenario, nowhere);
        int[] status = statusRules(scenario, book);
        for (int m = 0; m < book.twins(); m++) {
            addTwin(scenario, m, compiled.demandMB(m), book);
            addBars(scenario, rules, m, status, book);
        }
        addGroups(scenario, book);
        return book;
    }

    private static void addServers(Scenario scenario, CompiledScenario compiled, RuleBook book) {
        for (int s = 0; s < book.servers(); s++) {
            double capacity =
                    scenario.isCapacitated() ? scenario.servers().get(s).capacityMB() : Double.POSITIVE_INFINITY;
            double limit = compiled.problem().loadLimit(s);
            boolean isLimit = limit >= capacity; // else the compiler lowered the capacity, to bar twins
            book.addCapacity(
                    s, isLimit ? limit : capacity, serverId(scenario, s) + " has " + number(capacity) + " workloadMB");
        }
    }

    private static String serverId(Scenario scenario, int s) {
        return scenario.servers().get(s).id();
    }

    private static int[] statusRules(Scenario scenario, RuleBook book) {
        int[] rule = new int[book.servers()];
        for (int s = 0; s < rule.length; s++) {
            ServerStatus status = scenario.constraints().server(s).status();
            rule[s] = status == ServerStatus.UP
                    ? RuleBook.NONE
                    : book.addBar(Rule.ofServer(
                            s,
                            serverId(scenario, s)
                                    + (status == ServerStatus.DOWN ? " is down" : " drains: it takes no new twins")));
        }
        return rule;
    }

    private static void addTwin(Scenario scenario, int m, double demandMB, RuleBook book) {
        if (!scenario.constraints().twin(m).isOptional()) {
            book.addPlaced(
                    m, scenario.twins().get(m) + " must be placed, and needs " + number(demandMB) + " workloadMB");
        }
        for (int s = 0; s < book.servers(); s++) {
            book.setDemand(m, s, demandMB);
        }
    }

    private static void addBars(Scenario scenario, ServerRules rules, int m, int[] status, RuleBook book) {
        Map<Bar, Integer> known = new EnumMap<>(Bar.class);
        for (int s = 0; s < book.servers(); s++) {
            for (Bar bar : rules.barring(m, s)) {
                int rule = bar == Bar.STATUS
                        ? status[s]
                        : known.computeIfAbsent(bar, kind -> book.addBar(twinRule(scenario, kind, m)));
                book.bar(rule, m, s);
            }
        }
    }

    private static Rule twinRule(Scenario scenario, Bar bar, int m) {
        TwinConstraints twin = scenario.constraints().twin(m);
        String id = scenario.twins().get(m);
        return switch (bar) {
            case LATENCY ->
                Rule.ofTwin(
                        Rule.Kind.LATENCY,
                        m,
                        id + " tolerates a latency of " + number(twin.maxLatencySeconds()) + " s");
            case FORBIDDEN ->
                Rule.ofTwin(Rule.Kind.FORBIDDEN, m, id + " must not run on " + join(twin.forbiddenServers()));
            case ALLOWED -> Rule.ofTwin(Rule.Kind.ALLOWED, m, id + " may run only on " + join(twin.allowedServers()));
            case LABELS -> Rule.ofTwin(Rule.Kind.LABELS, m, id + " requires the label " + join(twin.requiredLabels()));
            case PINNED ->
                Rule.ofTwin(
                        Rule.Kind.PINNED,
                        m,
                        id + " is pinned to " + twin.pinned().orElseThrow());
            case STATUS -> throw new IllegalArgumentException("a status is a rule of a server");
        };
    }

    private static String join(List<String> ids) {
        return String.join(", ", ids);
    }

    private static void addGroups(Scenario scenario, RuleBook book) {
        List<TwinGroup> groups = scenario.constraints().groups();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).kind() == TwinGroup.Kind.TOGETHER) {
                int[] members = groups.get(g).twins().stream()
                        .mapToInt(scenario.twins()::indexOf)
                        .toArray();
                book.addTogether(g, members, join(groups.get(g).twins()) + " must be together");
            }
        }
    }

    /** Six significant digits at most. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }
}
