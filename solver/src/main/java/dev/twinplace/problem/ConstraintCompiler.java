package dev.twinplace.problem;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.TwinGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compiles a scenario with constraints so that no solver needs to know of them. O(N·R + M·R).
 *
 * <ul>
 *   <li>A twin is barred from a server that its pin, lists, labels or latency limit rule out, or that takes no twins, by a
 *       demand above the server's capacity, which is how generalised assignment states that. The capacity of such a server
 *       is at most twice what all twins demand together, so that the demand above it stays finite.
 *   <li>Twins that must be together become one: costs, demands, weights and work add up, and so does contention, which is of
 *       rank one.
 *   <li>Being unplaced is a server that costs the penalty and takes optional twins only.
 *   <li>Measured transmission times replace the formula.
 *   <li>Of the resources, the one that all twins demand the largest share of is the problem's own demand. The others, separate
 *       groups, and latency limits of twins that share the CPU of an edge are its {@link SideConstraints}.
 *   <li>A twin that waits on a failed server is barred from all others, costs and demands nothing, and leaves its group.
 * </ul>
 */
public final class ConstraintCompiler {
    private final Scenario scenario;
    private final int[] current;
    private final int twins;
    private final int servers;
    private final ProblemBuffer plain;
    private final int[] rowOf;
    private final int rows;
    private final ServerRules rules;
    private final double[] demandMB;

    private ConstraintCompiler(Scenario scenario, int[] current) {
        this.scenario = scenario;
        this.current = current;
        twins = scenario.twins().size();
        servers = scenario.servers().size();
        plain = new ProblemBuffer(twins, servers);
        ScenarioCompiler.write(scenario, plain);
        rowOf = new int[twins];
        rows = numberRows();
        rules = ServerRules.of(scenario, current);
        demandMB = new double[twins];
        Arrays.setAll(demandMB, m -> waits(m) ? 0 : statedDemandMB(m).orElse(plain.work(m)));
    }

    /**
     * Compiles any scenario, with constraints or without.
     *
     * @throws IllegalArgumentException if it is too large or its values overflow the cost
     */
    public static CompiledScenario compile(Scenario scenario) {
        int[] nowhere = new int[scenario.twins().size()];
        Arrays.fill(nowhere, Outcome.UNPLACED);
        return compile(scenario, nowhere);
    }

    /**
     * As above, for twins that run already: those on a server that drains may stay there, and those that stay on a failed
     * server wait.
     *
     * @param current index of the server of each twin, or {@link Outcome#UNPLACED}; kept
     */
    public static CompiledScenario compile(Scenario scenario, int[] current) {
        if (scenario.constraints().equals(Constraints.NONE)) {
            return CompiledScenario.ofPlain(ScenarioCompiler.compile(scenario));
        }
        return new ConstraintCompiler(scenario, current).compile();
    }

    private boolean waits(int m) {
        return scenario.waits(m, current[m]);
    }

    /** The demand that replaces the sum of the devices' workloads; empty if there is none. */
    private OptionalDouble statedDemandMB(int m) {
        Double stated = scenario.constraints().twin(m).demands().get(Constraints.WORKLOAD);
        return stated == null ? OptionalDouble.empty() : OptionalDouble.of(stated);
    }

    /** Fills {@link #rowOf} in the order of the first twin of each row; returns the number of rows. */
    private int numberRows() {
        Map<String, TwinGroup> groupOf = new HashMap<>();
        for (TwinGroup group : scenario.constraints().groups()) {
            if (group.kind() == TwinGroup.Kind.TOGETHER) {
                group.twins().forEach(twin -> groupOf.put(twin, group));
            }
        }
        Map<TwinGroup, Integer> rowOfGroup = new HashMap<>();
        int next = 0;
        for (int m = 0; m < twins; m++) {
            TwinGroup group = waits(m) ? null : groupOf.get(scenario.twins().get(m));
            Integer known = group == null ? null : rowOfGroup.putIfAbsent(group, next);
            rowOf[m] = known == null ? next++ : known;
        }
        return next;
    }

    private CompiledScenario compile() {
        double[] penalty = penalties();
        boolean optional = Arrays.stream(penalty).anyMatch(each -> each != Double.POSITIVE_INFINITY);
        int columns = servers + (optional ? 1 : 0);
        PlacementProblemBuilder builder = PlacementProblem.builder(rows, columns);
        compileTwins(builder);
        List<CompiledResource> resources = resources();
        CompiledResource first = tightest(resources);
        for (int s = 0; s < servers; s++) {
            compileServer(s, first, builder);
        }
        if (optional) {
            compileUnplaced(penalty, builder);
        }
        SideCompiler side = new SideCompiler(scenario, current, rowOf, columns, builder);
        side.addResources(resources.stream().filter(each -> each != first).toList());
        side.addSeparateGroups();
        side.addWorkLimits(rules);
        return new CompiledScenario(builder.build(first.terms()), rowOf, servers, plain.weight, demandMB);
    }

    /** The workload, even if it is unlimited, then the others by name. */
    private List<CompiledResource> resources() {
        List<CompiledResource> resources = new ArrayList<>();
        resources.add(workload());
        Set<String> others = new TreeSet<>();
        scenario.constraints()
                .servers()
                .forEach(server -> others.addAll(server.capacities().keySet()));
        others.forEach(name -> resources.add(resource(name)));
        return resources;
    }

    /** The one that becomes the problem's own demand: the first of equals. */
    private static CompiledResource tightest(List<CompiledResource> resources) {
        CompiledResource tightest = resources.get(0);
        for (CompiledResource each : resources) {
            if (each.tightness() > tightest.tightness()) {
                tightest = each;
            }
        }
        return tightest;
    }

    private CompiledResource workload() {
        double[] demand = new double[rows];
        int[] terms = new int[rows];
        for (int m = 0; m < twins; m++) {
            demand[rowOf[m]] += demandMB[m];
            terms[rowOf[m]] += waits(m) ? 0 : statedDemandMB(m).isPresent() ? 1 : (int) plain.weight(m);
        }
        return new CompiledResource(Constraints.WORKLOAD, demand, plain.capacity, largest(terms));
    }

    private CompiledResource resource(String name) {
        double[] demand = new double[rows];
        int[] terms = new int[rows];
        for (int m = 0; m < twins; m++) {
            Double stated = scenario.constraints().twin(m).demands().get(name);
            if (stated != null && !waits(m)) {
                demand[rowOf[m]] += stated;
                terms[rowOf[m]]++;
            }
        }
        double[] capacity = new double[servers];
        Arrays.setAll(
                capacity,
                s -> scenario.constraints().server(s).capacities().getOrDefault(name, Double.POSITIVE_INFINITY));
        return new CompiledResource(name, demand, capacity, largest(terms));
    }

    private static int largest(int[] terms) {
        return Math.max(1, Arrays.stream(terms).max().orElseThrow());
    }

    /** What it costs to leave each row unplaced; infinite if one of its twins must be placed, or waits. */
    private double[] penalties() {
        double[] penalty = new double[rows];
        for (int m = 0; m < twins; m++) {
            penalty[rowOf[m]] += waits(m)
                    ? Double.POSITIVE_INFINITY
                    : scenario.constraints().twin(m).unplacedPenalty();
        }
        return penalty;
    }

    private void compileTwins(PlacementProblemBuilder builder) {
        double[] weight = new double[rows];
        double[] work = new double[rows];
        int[] terms = new int[rows];
        for (int m = 0; m < twins; m++) {
            if (!waits(m)) {
                weight[rowOf[m]] += plain.weight(m);
                work[rowOf[m]] += plain.work(m);
                terms[rowOf[m]] += (int) plain.weight(m);
            }
        }
        for (int u = 0; u < rows; u++) {
            builder.weight(u, weight[u]).work(u, work[u]);
        }
        boolean whole =
                scenario.devices().stream().allMatch(device -> device.workloadMB() == Math.rint(device.workloadMB()));
        builder.termsOfWork(whole ? 1 : largest(terms));
    }

    private void compileServer(int s, CompiledResource first, PlacementProblemBuilder builder) {
        double[] cost = new double[rows];
        boolean[] barred = new boolean[rows];
        boolean anyBarred = false;
        for (int m = 0; m < twins; m++) {
            cost[rowOf[m]] += waits(m) ? 0 : plain.cost(m, s);
            barred[rowOf[m]] |= isBarred(m, s);
            anyBarred |= barred[rowOf[m]];
        }
        double[] demand = first.demand();
        double limit = first.capacity()[s];
        double capacity = anyBarred ? Math.min(limit, 2 * ProblemView.sum(demand)) : limit;
        for (int u = 0; u < rows; u++) {
            builder.cost(u, s, cost[u]).demand(u, s, barred[u] ? 2 * capacity + 1 : demand[u]);
        }
        builder.capacity(s, capacity).contention(s, plain.contention(s));
        if (plain.isCloud(s)) {
            builder.cloud(s);
        }
    }

    private boolean isBarred(int m, int s) {
        return waits(m) ? s != current[m] : !rules.admits(m, s);
    }

    private void compileUnplaced(double[] penalty, PlacementProblemBuilder builder) {
        builder.capacity(servers, 0);
        for (int u = 0; u < rows; u++) {
            boolean optional = penalty[u] != Double.POSITIVE_INFINITY;
            builder.cost(u, servers, optional ? penalty[u] : 0).demand(u, servers, optional ? 0 : 1);
        }
    }
}
