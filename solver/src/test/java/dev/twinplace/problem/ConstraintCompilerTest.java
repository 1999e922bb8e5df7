package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import dev.twinplace.testing.ConstrainedScenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What solvers see of constraints, against the rules themselves, placement by placement. */
class ConstraintCompilerTest {
    private static final int MAX_PLACEMENTS = 20_000;

    /** Every placement of the scenario keeps its rules exactly if it is one of the problem's, at the same cost. */
    @Test
    void theProblemHasThePlacementsThatKeepTheRules() {
        int feasible = 0;
        int broken = 0;
        int coupled = 0;
        int timed = 0;
        for (int seed = 0; seed < 400; seed++) {
            Scenario scenario = ConstrainedScenarios.of(seed);
            CompiledScenario compiled = ConstraintCompiler.compile(scenario);
            int columns = compiled.problem().servers();
            if (Math.pow(columns, compiled.problem().twins()) > MAX_PLACEMENTS) {
                continue;
            }
            coupled += compiled.problem().side().rows() > 0 ? 1 : 0;
            timed += compiled.problem().side().hasWorkLimits() ? 1 : 0;
            CostEvaluator definition = new CostEvaluator(compiled.problem());
            int[] columnOf = new int[compiled.problem().twins()];
            do {
                int[] serverOf = compiled.serversOf(Placement.of(columnOf));
                boolean fits = PlacementChecker.isFeasible(compiled.problem(), columnOf);
                assertEquals(fits, PlacementRules.broken(scenario, serverOf).isEmpty(), "seed " + seed);
                if (fits) {
                    double cost = Outcome.of(scenario, serverOf).totalCost();
                    assertEquals(cost, definition.cost(columnOf), 1e-9 * Math.max(1, cost), "seed " + seed);
                }
                feasible += fits ? 1 : 0;
                broken += fits ? 0 : 1;
            } while (next(columnOf, columns));
        }
        assertTrue(feasible > 1000 && broken > 1000, feasible + " and " + broken);
        assertTrue(coupled > 50 && timed > 30, coupled + " and " + timed);
    }

    private static boolean next(int[] columnOf, int columns) {
        for (int m = 0; m < columnOf.length; m++) {
            if (++columnOf[m] < columns) {
                return true;
            }
            columnOf[m] = 0;
        }
        return false;
    }

    /** A twin with the devices, on an edge of 1 GHz at the same place, that limits its latency. */
    private static Scenario limited(int devices, double transmissionSeconds, double maxLatencySeconds) {
        List<Device> all = new ArrayList<>();
        List<MeasuredTransmission> measured = new ArrayList<>();
        for (int n = 0; n < devices; n++) {
            all.add(new Device("d" + n, 0, 0, 0, 1e-9, 1));
            measured.add(new MeasuredTransmission("d" + n, "e", transmissionSeconds));
        }
        TwinConstraints twin = twin(Map.of(), List.of(), maxLatencySeconds);
        return scenario(
                List.of(new EdgeServer("e", 0, 0, 1, 0, 0, Double.POSITIVE_INFINITY)),
                List.of("t"),
                all,
                new Constraints(true, List.of(), List.of(twin), List.of(), measured));
    }

    private static TwinConstraints twin(Map<String, Double> demands, List<String> forbidden, double maxLatencySeconds) {
        return new TwinConstraints(
                demands,
                Optional.empty(),
                List.of(),
                forbidden,
                List.of(),
                maxLatencySeconds,
                Double.POSITIVE_INFINITY,
                OptionalDouble.empty(),
                FailurePolicy.MOVE);
    }

    private static Scenario scenario(
            List<Server> servers, List<String> twins, List<Device> devices, Constraints constraints) {
        return new Scenario(
                "s", 0.5, Coupling.INDEPENDENT, new ModelParameters(10, 1, 1), servers, twins, devices, constraints);
    }

    /** A twin may have exactly the latency that answers state for it, T/|I|, however that rounds. */
    @Test
    void theLatencyThatAnswersStateIsWithinItself() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            int devices = 1 + random.nextInt(60);
            double seconds = random.nextDouble(10);
            Outcome outcome = Outcome.of(limited(devices, seconds, 100), new int[] {0});
            double stated = outcome.latencySeconds(0) / devices;
            Scenario exact = limited(devices, seconds, stated);
            Scenario less = limited(devices, seconds, Math.nextDown(stated));
            assertEquals(List.of(), PlacementRules.broken(exact, new int[] {0}));
            assertTrue(ConstraintCompiler.compile(exact).problem().fits(0, 0), devices + " × " + seconds);
            assertFalse(PlacementRules.broken(less, new int[] {0}).isEmpty());
            assertFalse(ConstraintCompiler.compile(less).problem().fits(0, 0), devices + " × " + seconds);
        }
    }

    /** Workloads of twins add up to whole numbers now and then, although sums of their devices in another order do not. */
    @Test
    void theLatencyThatAnswersStateOnASharedEdgeIsWithinItself() {
        List<Server> servers = List.of(new EdgeServer("e", 0, 0, 1, 0, 0, 1e9));
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            List<Device> devices = IntStream.range(0, 10)
                    .mapToObj(n -> new Device("d" + n, n % 2, 0, 0, (1 + random.nextInt(9)) / 10.0, 1))
                    .toList();
            double stated =
                    Outcome.of(shared(servers, devices, 100), new int[2]).latencySeconds(0) / 5;
            Scenario exact = shared(servers, devices, stated);
            assertEquals(List.of(), PlacementRules.broken(exact, new int[2]));
            PlacementProblem problem = ConstraintCompiler.compile(exact).problem();
            assertTrue(PlacementChecker.isFeasible(problem, new int[2]), devices::toString);
            assertTrue(problem.work(0) + problem.work(1) <= problem.side().workSumLimit(0, 0), devices::toString);
        }
    }

    private static Scenario shared(List<Server> servers, List<Device> devices, double maxLatencySeconds) {
        List<TwinConstraints> twins =
                List.of(twin(Map.of(), List.of(), maxLatencySeconds), twin(Map.of(), List.of(), 100));
        Constraints constraints = new Constraints(false, List.of(), twins, List.of(), List.of());
        return new Scenario(
                "s",
                0.5,
                Coupling.CONTENTION,
                new ModelParameters(10, 1, 1),
                servers,
                List.of("a", "b"),
                devices,
                constraints);
    }

    /** 19 times 0.1 is within 1.9, although the sum of the doubles is larger. */
    @Test
    void demandsOfAGroupMayRoundAsOftenAsItHasTwins() {
        List<String> twins = IntStream.range(0, 19).mapToObj(m -> "t" + m).toList();
        TwinConstraints twin = twin(Map.of("workloadMB", 0.1), List.of(), Double.POSITIVE_INFINITY);
        List<TwinGroup> groups = List.of(new TwinGroup(TwinGroup.Kind.TOGETHER, twins));
        Scenario full = scenario(
                List.of(new EdgeServer("e", 0, 0, 1, 0, 0, 1.9)),
                twins,
                List.of(),
                new Constraints(true, List.of(), Collections.nCopies(19, twin), groups, List.of()));
        assertEquals(List.of(), PlacementRules.broken(full, new int[19]));
        assertTrue(ConstraintCompiler.compile(full).problem().fits(0, 0));
    }

    /** Such a capacity states that there is none. */
    @Test
    void aTwinIsBarredFromAServerOfAnyCapacity() {
        TwinConstraints barred = twin(Map.of(), List.of("e"), Double.POSITIVE_INFINITY);
        for (double capacity : new double[] {0, 5, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            Scenario scenario = scenario(
                    List.of(
                            new EdgeServer("e", 0, 0, 1, 0, 0, capacity),
                            new EdgeServer("f", 0, 0, 1, 0, 0, Double.POSITIVE_INFINITY)),
                    List.of("a", "b"),
                    List.of(new Device("da", 0, 0, 0, 3, 1), new Device("db", 1, 0, 0, 5, 1)),
                    new Constraints(true, List.of(), List.of(barred, TwinConstraints.NONE), List.of(), List.of()));
            PlacementProblem problem = ConstraintCompiler.compile(scenario).problem();
            assertFalse(problem.fits(0, 0), "capacity " + capacity);
            assertEquals(capacity >= 5, problem.fits(1, 0), "capacity " + capacity);
        }
    }
}
