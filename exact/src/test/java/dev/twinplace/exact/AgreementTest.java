package dev.twinplace.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolverOptions;
import dev.twinplace.api.Solvers;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.RandomScenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Solvers that have nothing in common but the problem give the same answers to 10,000 of them. The slower ones are asked
 * about a part only, unless the system property twinplace.agreement is {@code all}.
 */
class AgreementTest {
    private static final int PROBLEMS = 10_000;
    private static final Path COUNTEREXAMPLES = Path.of("target", "counterexamples");

    private final PlacementSolver enumeration = Solvers.create("enumeration", SolverOptions.DEFAULT);

    @ParameterizedTest
    @CsvSource({"branch-and-bound, 1, 1e-9", "mip, 20, 1e-7", "cp-sat, 20, 1e-7"})
    void exactSolversAgreeWithEnumeration(String id, int every, double tolerance) {
        int step = "all".equals(System.getProperty("twinplace.agreement")) ? 1 : every;
        assertEquals(List.of(), disagreements(id, step, tolerance, Agreement::isSame));
    }

    @Test
    void lagrangianBracketsTheOptimum() {
        assertEquals(List.of(), disagreements("lagrangian", 4, 1e-9, Agreement::isBracketed));
    }

    /** Where something couples the twins its bound must hold all the same. */
    @Test
    void decompositionBracketsTheOptimum() {
        assertEquals(List.of(), disagreements("decomposition", 4, 1e-9, Agreement::isBracketed));
    }

    private List<String> disagreements(String id, int step, double tolerance, Agreement.Rule rule) {
        Agreement agreement = new Agreement(enumeration, COUNTEREXAMPLES);
        PlacementSolver solver = Solvers.create(id, SolverOptions.DEFAULT);
        return IntStream.range(0, PROBLEMS / step)
                .mapToObj(i -> RandomScenarios.of((long) i * step + i % step))
                .flatMap(scenario -> agreement.check(scenario, id, solver, tolerance, rule).stream())
                .toList();
    }

    @Test
    void theProblemsAreOfAllKinds() {
        int infeasible = 0;
        int coupled = 0;
        for (int seed = 0; seed < 1000; seed++) {
            var problem = ScenarioCompiler.compile(RandomScenarios.of(seed));
            infeasible += enumeration.solve(problem).placement().isEmpty() ? 1 : 0;
            coupled += problem.isSeparable() ? 0 : 1;
        }
        assertTrue(infeasible > 50 && infeasible < 300, "infeasible: " + infeasible);
        assertTrue(coupled > 500, "coupled: " + coupled);
    }

    @Test
    void aDisagreementLeavesTheScenarioInAFile(@TempDir Path folder) {
        PlacementSolver liar = (problem, budget, seed, listener) -> SolveResult.infeasible(0, Duration.ZERO);
        Agreement agreement = new Agreement(enumeration, folder.resolve("new"));
        Scenario scenario = RandomScenarios.of(0);
        Optional<String> complaint = agreement.check(scenario, "liar", liar, 1e-9, Agreement::isSame);
        Path file = folder.resolve("new").resolve("random-0.json");
        assertTrue(complaint.orElseThrow().contains(file.toAbsolutePath().toString()), complaint.get());
        assertEquals(scenario, ScenarioReader.read(file));
        assertTrue(agreement
                .check(scenario, "enumeration", enumeration, 0, Agreement::isSame)
                .isEmpty());
        assertFalse(Files.exists(folder.resolve("new").resolve("random-1.json")));
    }
}
