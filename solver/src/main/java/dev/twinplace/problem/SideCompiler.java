package dev.twinplace.problem;

import dev.twinplace.model.Coupling;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.TwinGroup;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compiles the side constraints of a scenario: its resources except the first, its separate groups, and latency limits where twins
 * share the CPU of an edge. Twins that wait have no part in any.
 */
final class SideCompiler {
    private final Scenario scenario;
    private final int[] current;
    private final int[] rowOf;
    private final int columns;
    private final PlacementProblemBuilder builder;

    /**
     * Keeps its arguments.
     *
     * @param current index of the server of each twin, or {@link Outcome#UNPLACED}
     * @param rowOf the problem's row of each twin
     * @param columns of the problem, one more than there are servers if twins may be unplaced
     * @param builder to write to
     */
    SideCompiler(Scenario scenario, int[] current, int[] rowOf, int columns, PlacementProblemBuilder builder) {
        this.scenario = scenario;
        this.current = current;
        this.rowOf = rowOf;
        this.columns = columns;
        this.builder = builder;
    }

    /** Writes resources that are not the problem's own demand. */
    void addResources(List<CompiledResource> resources) {
        for (CompiledResource resource : resources) {
            double[] limits = limits(Double.POSITIVE_INFINITY);
            System.arraycopy(resource.capacity(), 0, limits, 0, resource.capacity().length);
            int[] all = IntStream.range(0, resource.demand().length).toArray();
            builder.row(resource.name(), all, resource.demand(), limits, resource.terms());
        }
    }

    /** Being unplaced has no limit. */
    private double[] limits(double ofServers) {
        double[] limits = new double[columns];
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        Arrays.fill(limits, 0, scenario.servers().size(), ofServers);
        return limits;
    }

    /** Writes a row for each separate group. */
    void addSeparateGroups() {
        Map<String, Integer> twinOf = new HashMap<>();
        for (int m = 0; m < rowOf.length; m++) {
            twinOf.put(scenario.twins().get(m), m);
        }
        double[] limits = limits(1);
        List<TwinGroup> groups = scenario.constraints().groups();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).kind() == TwinGroup.Kind.SEPARATE) {
                int[] members = groups.get(g).twins().stream()
                        .mapToInt(twinOf::get)
                        .filter(m -> !scenario.waits(m, current[m]))
                        .map(m -> rowOf[m])
                        .toArray();
                double[] demands = new double[members.length];
                Arrays.fill(demands, 1);
                builder.row("groups[" + g + "]", members, demands, limits);
            }
        }
    }

    /** Writes for each twin that limits its latency how much work it tolerates on each edge; the least of twins in one row. */
    void addWorkLimits(ServerRules rules) {
        if (scenario.coupling() != Coupling.CONTENTION) {
            return;
        }
        int servers = scenario.servers().size();
        double[] least = new double[rowOf.length * servers];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int m = 0; m < rowOf.length; m++) {
            for (int s = 0; s < servers; s++) {
                boolean shared = scenario.servers().get(s) instanceof EdgeServer;
                if (shared && !scenario.waits(m, current[m])) {
                    int cell = rowOf[m] * servers + s;
                    least[cell] = Math.min(least[cell], rules.workLimitMB(m, s));
                    builder.workLimit(rowOf[m], s, least[cell]);
                }
            }
        }
    }
}
