package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which part of a scenario becomes what part of its problem. Two edges of 45 MB and a cloud; three twins of 10, 20 and 30 MB. */
class SideCompilerTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private static final List<Server> SERVERS = List.of(
            new EdgeServer("e", 0, 0, 1, 0, 0, 45),
            new EdgeServer("f", 0, 0, 2, 0, 0, 45),
            new CloudServer("c", 3, 0, 0, NONE));

    private static Scenario scenario(
            Coupling coupling, List<ServerConstraints> servers, List<TwinConstraints> twins, TwinGroup... groups) {
        List<Device> devices = List.of(
                new Device("da", 0, 0, 0, 10, 1000),
                new Device("db", 1, 0, 0, 20, 1000),
                new Device("dc", 2, 0, 0, 30, 1000));
        Constraints constraints = new Constraints(true, servers, twins, List.of(groups), List.of());
        ModelParameters parameters = new ModelParameters(10, 1, 1);
        return new Scenario("s", 0.5, coupling, parameters, SERVERS, List.of("a", "b", "c"), devices, constraints);
    }

    private static ServerConstraints having(Map<String, Double> capacities) {
        return new ServerConstraints(Set.of(), ServerStatus.UP, capacities);
    }

    private static TwinConstraints twin(Map<String, Double> demands, double maxLatency, double penalty) {
        return new TwinConstraints(
                demands,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                maxLatency,
                penalty,
                OptionalDouble.empty(),
                FailurePolicy.STAY);
    }

    private static List<TwinConstraints> demanding(double memoryGB, double gpu) {
        TwinConstraints twin = twin(Map.of("memoryGB", memoryGB, "gpu", gpu), NONE, NONE);
        return List.of(twin, twin, twin);
    }

    private static List<ServerConstraints> edges(double memoryGB, double gpu) {
        ServerConstraints edge = having(Map.of("memoryGB", memoryGB, "gpu", gpu));
        return List.of(edge, edge, ServerConstraints.NONE);
    }

    @Test
    void theTightestResourceIsTheProblemsOwn() {
        PlacementProblem memory = ConstraintCompiler.compile(
                        scenario(Coupling.INDEPENDENT, edges(10, 20), demanding(5, 2)))
                .problem();
        assertEquals(5, memory.demand(1, 0), "15 of 20 is more than 60 of 90 and 6 of 40");
        assertEquals(10, memory.capacity(1));
        assertEquals(NONE, memory.capacity(2));
        assertEquals("several resources (workloadMB)", memory.side().kinds(), "all GPUs are never exceeded");
        assertEquals(30, memory.side().memberDemand(0, 2));
        assertEquals(45, memory.side().limit(0, 0));
        PlacementProblem equal = ConstraintCompiler.compile(
                        scenario(Coupling.INDEPENDENT, edges(9, 20), demanding(4, 1)))
                .problem();
        assertEquals(20, equal.demand(1, 0), "of equals the workload");
        assertEquals("several resources (memoryGB)", equal.side().kinds());
    }

    @Test
    void unplacedTwinsAreNotLimited() {
        TwinConstraints optional = twin(Map.of("memoryGB", 4.0), NONE, 7);
        PlacementProblem problem = ConstraintCompiler.compile(scenario(
                        Coupling.INDEPENDENT,
                        List.of(having(Map.of("memoryGB", 30.0)), ServerConstraints.NONE, ServerConstraints.NONE),
                        List.of(optional, optional, optional),
                        new TwinGroup(TwinGroup.Kind.SEPARATE, List.of("a", "c"))))
                .problem();
        assertEquals(4, problem.servers());
        assertEquals("separate groups", problem.side().kinds());
        assertEquals(1, problem.side().limit(0, 2));
        assertEquals(NONE, problem.side().limit(0, 3));
    }

    @Test
    void twinsThatWaitDemandNothingAndLeaveTheirGroups() {
        List<ServerConstraints> servers = List.of(
                new ServerConstraints(Set.of(), ServerStatus.DOWN, Map.of("memoryGB", 5.0)),
                having(Map.of("memoryGB", 5.0)),
                ServerConstraints.NONE);
        Scenario scenario = scenario(
                Coupling.CONTENTION,
                servers,
                List.of(
                        twin(Map.of("memoryGB", 4.0), 1e-3, NONE),
                        twin(Map.of("memoryGB", 4.0), NONE, NONE),
                        twin(Map.of("memoryGB", 3.0), NONE, NONE)),
                new TwinGroup(TwinGroup.Kind.SEPARATE, List.of("a", "b")),
                new TwinGroup(TwinGroup.Kind.SEPARATE, List.of("a", "b", "c")));
        CompiledScenario compiled =
                ConstraintCompiler.compile(scenario, new int[] {0, Outcome.UNPLACED, Outcome.UNPLACED});
        PlacementProblem problem = compiled.problem();
        assertTrue(problem.fits(0, 0));
        assertEquals(0, problem.demand(0, 0));
        assertFalse(problem.side().hasWorkLimits());
        for (int r = 0; r < problem.side().rows(); r++) {
            for (int i = 0; i < problem.side().members(r); i++) {
                assertTrue(problem.side().member(r, i) > 0, problem.side().name(r));
            }
        }
        assertEquals(
                "several resources (workloadMB), separate groups",
                problem.side().kinds());
    }

    /** On 1 GHz, 10 instructions a byte take 10 ms for each MB; the devices are where the edges are. */
    @Test
    void latencyLimitsBecomeLimitsOfWorkOnTheEdges() {
        List<TwinConstraints> twins =
                List.of(twin(Map.of(), 0.5, NONE), twin(Map.of(), 0.25, NONE), TwinConstraints.NONE);
        PlacementProblem apart = ConstraintCompiler.compile(scenario(Coupling.CONTENTION, List.of(), twins))
                .problem();
        assertEquals(50, apart.side().workLimit(0, 0), 1e-9);
        assertEquals(100, apart.side().workLimit(0, 1), 1e-9);
        assertEquals(25, apart.side().workLimit(1, 0), 1e-9);
        double[] unlimited = {
            apart.side().workLimit(0, 2),
            apart.side().workLimit(2, 0),
            apart.side().workLimit(2, 1)
        };
        assertTrue(Arrays.stream(unlimited).allMatch(each -> each == NONE));
        PlacementProblem together = ConstraintCompiler.compile(scenario(
                        Coupling.CONTENTION,
                        List.of(),
                        twins,
                        new TwinGroup(TwinGroup.Kind.TOGETHER, List.of("a", "b"))))
                .problem();
        assertEquals(2, together.twins());
        assertEquals(50, together.side().workLimit(0, 1), 1e-9, "the least of a and b");
        assertFalse(together.fits(0, 0), "30 MB of 25");
        PlacementProblem independent = ConstraintCompiler.compile(scenario(Coupling.INDEPENDENT, List.of(), twins))
                .problem();
        assertTrue(independent.side().isNone());
    }
}
