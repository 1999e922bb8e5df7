package dev.twinplace.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.Solvers;
import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.RandomScenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Solvers that have nothing in common but the problem give the same answers to 10,000 of them. The slower ones are asked
 * about a part only, unless the system property twinplace.agreement is {@code all}.
 */
class AgreementTest {
    private static final int PROBLEMS = 10_000;
    private static final boolean ALL = "all".equals(System.getProperty("twinplace.agreement"));
    private static final Path COUNTEREXAMPLES = Path.of("target", "counterexamples");

    private final PlacementSolver enumeration = Solvers.create("enumeration");

    @ParameterizedTest
    @CsvSource({"branch-and-bound, 1, 1e-9", "mip, 20, 1e-7", "cp-sat, 20, 1e-7"})
    void exactSolversAgreeWithEnumeration(String id, int every, double tolerance) {
        assertEquals(List.of(), disagreements(id, scenarios(ALL ? 1 : every), tolerance, Agreement::isSame));
    }

    @Test
    void decompositionAgreesWhereTwinsAreIndependent() {
        Stream<Scenario> independent = scenarios(1).filter(s -> s.coupling() == Coupling.INDEPENDENT);
        assertEquals(List.of(), disagreements("decomposition", independent, 1e-9, Agreement::isSame));
    }

    @ParameterizedTest
    @CsvSource({"decomposition", "lagrangian", "column-generation"})
    void theOptimumLiesBetweenBoundAndCost(String id) {
        assertEquals(List.of(), disagreements(id, scenarios(1), 1e-9, Agreement::isBracketed));
    }

    private List<String> disagreements(String id, Stream<Scenario> scenarios, double tolerance, Agreement.Rule rule) {
        Agreement agreement = new Agreement(enumeration, COUNTEREXAMPLES);
        PlacementSolver solver = Solvers.create(id);
        return scenarios
                .flatMap(scenario -> agreement.check(scenario, id, solver, tolerance, rule).stream())
                .toList();
    }

    /** One of every so many seeds, each time another one of them, so that all kinds have their turn. */
    private static Stream<Scenario> scenarios(int every) {
        return LongStream.range(0, PROBLEMS / every)
                .map(i -> i * every + i % every)
                .mapToObj(RandomScenarios::of);
    }

    @Test
    void theScenariosAreOfAllKinds() {
        assertManyOfAThousand("overfull", s -> isCoupledByCapacity(s) && !isSolvable(s) && work(s) > room(s));
        assertManyOfAThousand(
                "impossible to pack", s -> isCoupledByCapacity(s) && !isSolvable(s) && work(s) <= room(s));
        assertManyOfAThousand("tight", s -> isCoupledByCapacity(s) && isSolvable(s) && 1.2 * work(s) > room(s));
        assertManyOfAThousand("free", s -> isSolvable(s) && cost(s) == 0);
        assertManyOfAThousand("alike", s -> s.servers().size() > 1 && haveAllServersTheSameCosts(s));
        assertManyOfAThousand("contended", s -> ScenarioCompiler.compile(s).hasContention());
        assertManyOfAThousand("without cloud", s -> s.servers().stream().noneMatch(CloudServer.class::isInstance));
        assertManyOfAThousand(
                "with a twin without devices",
                s -> s.devices().stream()
                                .map(device -> device.twin())
                                .distinct()
                                .count()
                        < s.twins().size());
    }

    private static void assertManyOfAThousand(String kind, Predicate<Scenario> isOne) {
        long found = LongStream.range(0, 1000)
                .mapToObj(RandomScenarios::of)
                .filter(isOne)
                .count();
        assertTrue(found >= 15, kind + ": " + found);
    }

    private boolean isSolvable(Scenario scenario) {
        return Double.isFinite(cost(scenario));
    }

    private double cost(Scenario scenario) {
        return enumeration.solve(ScenarioCompiler.compile(scenario)).cost();
    }

    private static boolean isCoupledByCapacity(Scenario scenario) {
        return ScenarioCompiler.compile(scenario).hasCapacities();
    }

    private static double work(Scenario scenario) {
        return scenario.devices().stream()
                .mapToDouble(device -> device.workloadMB())
                .sum();
    }

    private static double room(Scenario scenario) {
        return scenario.servers().stream()
                .mapToDouble(server -> server.capacityMB())
                .sum();
    }

    private static boolean haveAllServersTheSameCosts(Scenario scenario) {
        PlacementProblem problem = ScenarioCompiler.compile(scenario);
        return IntStream.range(0, problem.twins())
                .allMatch(m -> IntStream.range(1, problem.servers())
                        .allMatch(s -> problem.cost(m, 0) > 0 && problem.cost(m, s) == problem.cost(m, 0)));
    }
}
