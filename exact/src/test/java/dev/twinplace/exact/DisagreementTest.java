package dev.twinplace.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.RandomScenarios;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That {@link Agreement} notices solvers which are wrong, and keeps what they are wrong about. */
class DisagreementTest {
    private static final double TOLERANCE = 1e-9;
    private static final PlacementSolver TRUTH = new EnumerationSolver();

    /** Calls everything infeasible. */
    private static final PlacementSolver DENIER = answering(SolveResult.infeasible(0, Duration.ZERO));

    @TempDir
    Path folder;

    private Optional<String> check(Scenario scenario, PlacementSolver solver, Agreement.Rule rule) {
        return new Agreement(TRUTH, folder.resolve("new")).check(scenario, "fake", solver, TOLERANCE, rule);
    }

    /** Successive seeds are of successive kinds: closed servers, twins without devices, equal costs and so on. */
    @Test
    void scenariosOfEveryKindAreKeptAndReadBack() {
        PlacementSolver clueless = answering(SolveResult.unknown(0, 0, Duration.ZERO));
        for (int seed = 0; seed < 42; seed++) {
            Scenario scenario = RandomScenarios.of(seed);
            String complaint = check(scenario, clueless, Agreement::isSame).orElseThrow();
            Path file = folder.resolve("new").resolve("random-" + seed + ".json");
            assertTrue(complaint.contains(file.toAbsolutePath().toString()), complaint);
            Scenario kept = ScenarioReader.read(file);
            assertEquals(scenario, kept);
            assertEquals(answer(scenario), answer(kept));
        }
    }

    private static PlacementSolver answering(SolveResult result) {
        return new PlacementSolver() {
            @Override
            public void solve(SolveContext context) {
                throw new UnsupportedOperationException();
            }

            @Override
            public SolveResult solve(SolveRequest request) {
                return result;
            }
        };
    }

    private static String answer(Scenario scenario) {
        SolveResult result = TRUTH.solve(ScenarioCompiler.compile(scenario));
        return result.status() + " " + result.cost() + " " + result.placement();
    }

    @Test
    void whoAgreesLeavesNoFile() {
        Scenario scenario = solvable();
        assertEquals(Optional.empty(), check(scenario, TRUTH, Agreement::isSame));
        assertEquals(Optional.empty(), check(scenario, TRUTH, Agreement::isBracketed));
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @Test
    void aWrongStatusIsADisagreement() {
        assertTrue(check(solvable(), DENIER, Agreement::isSame).isPresent());
        assertTrue(check(solvable(), DENIER, Agreement::isBracketed).isPresent());
    }

    /** Optimal for other costs: it claims a proof of a placement that costs more, by more than rounding. */
    @Test
    void aCostlierPlacementIsADisagreement() {
        PlacementSolver wrong = context -> {
            context.offer(costliest(context.problem()).placement().orElseThrow().toArray());
            context.proveIncumbent();
        };
        assertTrue(check(solvable(), wrong, Agreement::isSame).isPresent());
    }

    @Test
    void aPlacementWithoutProofIsADisagreementOnlyIfAProofWasAsked() {
        PlacementSolver modest = context -> context.offer(
                costliest(context.problem()).placement().orElseThrow().toArray());
        assertTrue(check(solvable(), modest, Agreement::isSame).isPresent());
        assertEquals(Optional.empty(), check(solvable(), modest, Agreement::isBracketed));
    }

    @Test
    void aBoundAboveTheOptimumIsADisagreement() {
        PlacementSolver bold = context ->
                context.raiseCostBound(1.001 * TRUTH.solve(context.problem()).cost());
        assertTrue(check(solvable(), bold, Agreement::isBracketed).isPresent());
    }

    /** Three independent twins, three servers of different costs. */
    private static Scenario solvable() {
        return new ScenarioGenerator(Profile.TABLE2, Coupling.INDEPENDENT, 3, 24, 2, 0.5).generate(1);
    }

    private static SolveResult costliest(PlacementProblem problem) {
        PlacementProblemBuilder negated = PlacementProblem.builder(problem.twins(), problem.servers());
        for (int m = 0; m < problem.twins(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                negated.cost(m, s, -problem.cost(m, s));
            }
        }
        return TRUTH.solve(negated.build());
    }
}
