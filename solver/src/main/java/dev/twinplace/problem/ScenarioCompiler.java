package dev.twinplace.problem;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.OffloadingModel;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.TransmissionTimes;
import java.util.Arrays;
import java.util.List;

/**
 * Reduces a scenario to its placement problem, in one pass over the devices: O(N·R) time.
 *
 * <ul>
 *   <li>{@code independent}: cost = α·T<sub>m</sub> + (1 − α)·E<sub>m</sub>, the paper's (17) for one twin.
 *   <li>{@code capacity}: the same, and a twin's workload is its demand on every server.
 *   <li>{@code contention}: the execution term leaves an edge's cost for κ<sub>s</sub> = α·δ/(1000·f<sub>s</sub>), with the
 *       number of devices as weight and the workload as work. Clouds are elastic and keep the paper's term. With one twin
 *       per server this equals the paper.
 * </ul>
 */
public final class ScenarioCompiler {
    private ScenarioCompiler() {}

    /**
     * Compiles the paper's model into a new problem: one twin a row, one server a column.
     *
     * @throws IllegalArgumentException if the scenario is too large, its values overflow the cost, or it has constraints,
     *     which {@link ConstraintCompiler} compiles
     */
    public static PlacementProblem compile(Scenario scenario) {
        requirePlain(scenario);
        ProblemBuffer buffer =
                new ProblemBuffer(scenario.twins().size(), scenario.servers().size());
        write(scenario, buffer);
        return new PlacementProblem(buffer, SideConstraints.NONE);
    }

    static void requirePlain(Scenario scenario) {
        if (!scenario.constraints().equals(Constraints.NONE)) {
            throw new IllegalArgumentException("scenario: must not have constraints here");
        }
    }

    /** Overwrites all entries of a buffer of the scenario's size, without allocating. */
    static void write(Scenario scenario, ProblemBuffer problem) {
        gatherDevices(problem, scenario);
        for (int s = 0; s < problem.servers; s++) {
            compileServer(problem, scenario, s);
        }
        int terms = 1;
        for (double devices : problem.weight) {
            terms = Math.max(terms, (int) devices);
        }
        problem.complete(terms);
    }

    /** Leaves in {@code cost} the slowest transmission of each twin to each server, the bracket's first term in (16). */
    private static void gatherDevices(ProblemBuffer problem, Scenario scenario) {
        double[] slowest = problem.cost;
        Arrays.fill(slowest, 0);
        Arrays.fill(problem.weight, 0);
        Arrays.fill(problem.work, 0);
        ModelParameters parameters = scenario.parameters();
        List<Server> servers = scenario.servers();
        List<Device> devices = scenario.devices();
        boolean isMeasured = !scenario.constraints().transmissions().isEmpty();
        TransmissionTimes times = isMeasured ? TransmissionTimes.of(scenario) : null;
        for (int n = 0; n < devices.size(); n++) {
            Device device = devices.get(n);
            int row = device.twin() * problem.servers;
            for (int s = 0; s < problem.servers; s++) {
                double seconds = isMeasured
                        ? times.seconds(n, s)
                        : OffloadingModel.transmissionSeconds(parameters, servers.get(s), device);
                slowest[row + s] = Math.max(slowest[row + s], seconds);
            }
            problem.weight[device.twin()]++;
            problem.work[device.twin()] += device.workloadMB();
        }
    }

    private static void compileServer(ProblemBuffer problem, Scenario scenario, int s) {
        ModelParameters parameters = scenario.parameters();
        Server server = scenario.servers().get(s);
        boolean capacitated = scenario.isCapacitated();
        boolean shared = scenario.coupling() == Coupling.CONTENTION && server instanceof EdgeServer;
        double alpha = scenario.alpha();
        for (int m = 0; m < problem.twins; m++) {
            int cell = m * problem.servers + s;
            double work = problem.work[m];
            double alone = shared ? 0 : OffloadingModel.executionSeconds(parameters, server, work);
            double latency = problem.weight[m] * (problem.cost[cell] + alone);
            double energy = OffloadingModel.energyMilliJoule(parameters, server, work);
            problem.cost[cell] = alpha * latency + (1 - alpha) * energy;
            problem.demand[cell] = capacitated ? work : 0;
        }
        problem.contention[s] = shared ? alpha * OffloadingModel.executionSeconds(parameters, server, 1) : 0;
        problem.capacity[s] = capacitated ? server.capacityMB() : Double.POSITIVE_INFINITY;
        problem.cloud[s] = !(server instanceof EdgeServer);
    }
}
