package dev.twinplace.exact.conflict;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ServerRules;
import dev.twinplace.problem.ServerRules.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists the rules of scenarios, and of problems of no scenario. */
final class RuleBooks {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private RuleBooks() {}

    /** Of a problem of no scenario: its capacities, and that each job must be done. */
    static RuleBook of(PlacementProblem problem) {
        int agents = problem.servers();
        RuleBook book = new RuleBook(problem.twins(), agents);
        double[] demand = new double[problem.twins() * agents];
        Arrays.setAll(demand, cell -> problem.demand(cell / agents, cell % agents));
        double[] limit = new double[agents];
        Arrays.setAll(limit, problem::loadLimit);
        List<String> texts = IntStream.range(0, agents)
                .mapToObj(s -> "agent " + s + " has " + number(problem.capacity(s)))
                .toList();
        book.addResource("demand", demand, agents, limit, texts);
        for (int m = 0; m < problem.twins(); m++) {
            book.addPlaced(m, "job " + m + " must be done");
        }
        return book;
    }

    static List<String> agentNames(PlacementProblem problem) {
        return IntStream.range(0, problem.servers()).mapToObj(s -> "agent " + s).toList();
    }

    /** Of a scenario whose twins run nowhere yet. */
    static RuleBook of(Scenario scenario) {
        RuleBook book = new RuleBook(scenario.twins().size(), scenario.servers().size());
        PlacementRules.resources(scenario).forEach(resource -> addResource(scenario, resource, book));
        int[] nowhere = new int[book.twins()];
        Arrays.fill(nowhere, Outcome.UNPLACED);
        ServerRules rules = ServerRules.of(scenario, nowhere);
        int[] status = statusRules(scenario, book);
        scenario.devices()
                .forEach(device -> book.setWork(device.twin(), book.work(device.twin()) + device.workloadMB()));
        for (int m = 0; m < book.twins(); m++) {
            addPlaced(scenario, m, book);
            addBars(scenario, rules, m, status, book);
        }
        addGroups(scenario, book);
        return book;
    }

    private static void addResource(Scenario scenario, String resource, RuleBook book) {
        double[] demand = new double[book.twins()];
        if (resource.equals(Constraints.WORKLOAD)) {
            scenario.devices().forEach(device -> demand[device.twin()] += device.workloadMB());
        }
        Arrays.setAll(demand, m -> scenario.constraints().twin(m).demands().getOrDefault(resource, demand[m]));
        double[] limit = new double[book.servers()];
        List<String> texts = new ArrayList<>();
        for (int s = 0; s < limit.length; s++) {
            double capacity = PlacementRules.capacity(scenario, s, resource);
            limit[s] = capacity * rounding(scenario, book);
            texts.add(serverId(scenario, s) + " has " + number(capacity) + " " + resource);
        }
        book.addResource(resource, demand, 1, limit, texts);
    }

    /** What sums in any order may exceed a limit by, as a factor. */
    private static double rounding(Scenario scenario, RuleBook book) {
        return 1 + (book.twins() + scenario.devices().size() + 2) * UNIT_ROUNDOFF;
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

    private static void addPlaced(Scenario scenario, int m, RuleBook book) {
        if (!scenario.constraints().twin(m).isOptional()) {
            String needs = book.dimensions().stream()
                    .filter(dimension -> dimension.demand(m, 0) > 0 && dimension.isLimited())
                    .map(dimension -> number(dimension.demand(m, 0)) + " " + dimension.name())
                    .collect(Collectors.joining(", "));
            book.addPlaced(
                    m, scenario.twins().get(m) + " must be placed" + (needs.isEmpty() ? "" : ", and needs " + needs));
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
        addWorkLimits(scenario, rules, m, known, book);
    }

    private static void addWorkLimits(
            Scenario scenario, ServerRules rules, int m, Map<Bar, Integer> known, RuleBook book) {
        for (int s = 0; s < book.servers(); s++) {
            boolean isShared = scenario.coupling() == Coupling.CONTENTION
                    && scenario.servers().get(s) instanceof EdgeServer;
            double limit = isShared ? rules.workLimitMB(m, s) : Double.POSITIVE_INFINITY;
            if (limit != Double.POSITIVE_INFINITY) {
                int rule = known.computeIfAbsent(Bar.LATENCY, kind -> book.addBar(twinRule(scenario, kind, m)));
                book.addWorkLimit(rule, m, s, limit * rounding(scenario, book));
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
            int[] members = groups.get(g).twins().stream()
                    .mapToInt(scenario.twins()::indexOf)
                    .toArray();
            String names = join(groups.get(g).twins());
            if (groups.get(g).kind() == TwinGroup.Kind.TOGETHER) {
                book.addTogether(g, members, names + " must be together");
            } else {
                book.addSeparate(g, members, names + " must be separate");
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
