package dev.twinplace.benchmarks.peers.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A peer whose model is wrong would be beaten easily: each must find the proven optimum when it has time. */
class PeerSolversTest {
    private static final Budget AMPLE = Budget.ofTime(Duration.ofSeconds(60));
    /** For Timefold, which never ends by itself. */
    private static final Budget SHORT = Budget.ofTime(Duration.ofSeconds(2));
    /** Of relative cost, for solvers that count in whole numbers or to a tolerance. */
    private static final double ROUNDING = 1e-6;

    @ParameterizedTest
    @CsvSource({
        "scip, independent",
        "scip, capacity",
        "scip, contention",
        "highs, independent",
        "highs, capacity",
        "highs, contention",
        "choco, independent",
        "choco, capacity",
        "choco, contention",
        "timefold, independent",
        "timefold, capacity",
        "timefold, contention",
        "cp-sat, capacity",
        "cp-sat, contention",
        "mip, capacity",
        "mip, contention"
    })
    void findsTheProvenOptimum(String id, String coupling) {
        PlacementSolver peer = PeerSolvers.create(id);
        ScenarioGenerator generator = new ScenarioGenerator(Profile.CLUSTERED, Coupling.ofId(coupling), 7, 56, 2, 0.5);
        for (long seed = 1; seed <= 3; seed++) {
            PlacementProblem problem = ScenarioCompiler.compile(generator.generate(seed));
            SolveResult optimum = Solvers.create("enumeration").solve(problem);
            Budget budget = id.equals("timefold") ? SHORT : AMPLE;
            SolveResult theirs = peer.solve(problem, budget, seed, IncumbentListener.NONE);
            assertEquals(SolveStatus.OPTIMAL, optimum.status());
            assertEquals(optimum.cost(), theirs.cost(), ROUNDING * optimum.cost(), () -> theirs.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"scip, capacity", "scip, contention", "highs, capacity", "highs, contention"})
    void theirBoundsMeetTheOptimumWithinTheTolerance(String id, String coupling) {
        PlacementProblem problem = ScenarioCompiler.compile(
                new ScenarioGenerator(Profile.CLUSTERED, Coupling.ofId(coupling), 7, 56, 2, 0.5).generate(1));
        double optimum = Solvers.create("enumeration").solve(problem).cost();
        SolveResult theirs = PeerSolvers.create(id).solve(problem, AMPLE, 1, IncumbentListener.NONE);
        assertEquals(optimum, theirs.lowerBound(), 2 * LinearAnswers.TOLERANCE * optimum);
        assertTrue(theirs.lowerBound() <= optimum);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(Optional.empty(), PeerSolvers.obstacle("highs"));
        assertTrue(PeerSolvers.obstacle("absent").orElseThrow().contains("absent"));
    }

    @ParameterizedTest
    @CsvSource({"scip", "highs", "choco", "timefold"})
    void saysSoIfThereIsNoTime(String id) {
        PlacementProblem problem = ScenarioCompiler.compile(
                new ScenarioGenerator(Profile.CLUSTERED, Coupling.CONTENTION, 200, 1600, 20, 0.5).generate(1));
        SolveResult result =
                PeerSolvers.create(id).solve(problem, Budget.ofTime(Duration.ofNanos(1)), 1, IncumbentListener.NONE);
        assertEquals(SolveStatus.UNKNOWN, result.status());
        assertTrue(result.placement().isEmpty());
    }
}
