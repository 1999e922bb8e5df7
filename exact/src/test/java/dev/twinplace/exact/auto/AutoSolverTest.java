package dev.twinplace.exact.auto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.exact.cpsat.CpSatSolver;
import dev.twinplace.exact.enumeration.EnumerationSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.testing.RandomProblems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutoSolverTest {
    private static final Budget MUCH = Budget.ofTime(Duration.ofMinutes(5));

    private final AutoSolver solver = new AutoSolver();

    private SolveResult solve(PlacementProblem problem, Budget budget) {
        return solver.solve(problem, budget, 0, IncumbentListener.NONE);
    }

    private static PlacementProblem clustered(Coupling coupling, int twins, int edges, long seed) {
        return ScenarioCompiler.compile(
                new ScenarioGenerator(Profile.CLUSTERED, coupling, twins, 8 * twins, edges, 0.5).generate(seed));
    }

    @Test
    void agreesWithEnumeration() {
        int infeasible = 0;
        for (int seed = 0; seed < 300; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            SolveResult truth = new EnumerationSolver().solve(problem);
            SolveResult result = solve(problem, MUCH);
            assertEquals(truth.status(), result.status(), "seed " + seed);
            infeasible += truth.status() == SolveStatus.INFEASIBLE ? 1 : 0;
            if (truth.placement().isPresent()) {
                assertEquals(truth.cost(), result.cost(), 1e-9 * Math.abs(truth.cost()) + 1e-12, "seed " + seed);
            }
        }
        assertTrue(infeasible > 0);
    }

    @ParameterizedTest
    @EnumSource(Coupling.class)
    void provesEveryProblemOfTable2sSize(Coupling coupling) {
        for (int seed = 1; seed <= 20; seed++) {
            PlacementProblem problem = clustered(coupling, 15, 3, seed);
            SolveResult result = solve(problem, MUCH);
            assertEquals(SolveStatus.OPTIMAL, result.status(), "seed " + seed);
            double truth = new CpSatSolver().solve(problem).cost();
            assertEquals(truth, result.cost(), 1e-8 * truth, "seed " + seed);
        }
    }

    @Test
    void saysWhichSolverGaveWhat() {
        SolveResult separable = solve(clustered(Coupling.INDEPENDENT, 15, 3, 1), MUCH);
        assertEquals(Optional.of("decomposition"), separable.placementBy());
        SolveResult coupled = solve(clustered(Coupling.CAPACITY, 60, 10, 1), MUCH);
        assertEquals(SolveStatus.OPTIMAL, coupled.status());
        assertEquals(Optional.of("branch-and-bound"), coupled.boundBy());
        assertTrue(coupled.placementBy().isPresent());
    }

    /** What lagrangian leaves behind, branch-and-bound goes on from: never worse than from nothing. */
    @Test
    void isNotWorseThanItsStart() {
        PlacementProblem problem = clustered(Coupling.CAPACITY, 40, 6, 2);
        SolveResult best = new BranchAndBoundSolver().solve(problem);
        SolveResult result = solver.solve(SolveRequest.of(problem)
                .withBudget(Budget.ofTime(Duration.ZERO))
                .withStart(best.placement().orElseThrow()));
        assertEquals(best.cost(), result.cost());
        assertEquals(Optional.empty(), result.placementBy(), "it is from the caller");
    }

    @Test
    void withoutTimeThereIsStillAPlacement() {
        for (Coupling coupling : Coupling.values()) {
            PlacementProblem problem = clustered(coupling, 200, 20, 3);
            SolveResult result = solve(problem, Budget.ofTime(Duration.ZERO));
            PlacementChecker.check(problem, result.placement().orElseThrow(), result.cost(), result.lowerBound());
        }
    }

    /** Placement and bound are sought at the same time, and each is checked by the other. */
    @Test
    void twoThreadsWorkOnALargeProblem() {
        PlacementProblem problem = clustered(Coupling.CAPACITY, 150, 15, 4);
        SolveResult alone = solver.solve(SolveRequest.of(problem).withBudget(Budget.ofTime(Duration.ofMillis(300))));
        SolveResult both = solver.solve(SolveRequest.of(problem)
                .withBudget(Budget.ofTime(Duration.ofMillis(300)))
                .withThreads(2));
        for (SolveResult result : List.of(alone, both)) {
            PlacementChecker.check(problem, result.placement().orElseThrow(), result.cost(), result.lowerBound());
        }
        assertTrue(Math.max(alone.lowerBound(), both.lowerBound()) <= Math.min(alone.cost(), both.cost()));
    }

    /** 200 twins alike on four servers alike: a tree sees ties without end, counting does not. */
    @Test
    void provesFleetsOfTwinsAlike() {
        var builder = PlacementProblem.builder(200, 5);
        for (int m = 0; m < 200; m++) {
            for (int s = 0; s < 5; s++) {
                builder.cost(m, s, s == 4 ? 7 : 3).demand(m, s, 4);
            }
        }
        for (int s = 0; s < 4; s++) {
            builder.capacity(s, 101);
        }
        SolveResult result = solve(builder.build(), MUCH);
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(100 * 3 + 100 * 7, result.cost(), "25 fit on each of the four");
        assertEquals(Optional.of("counting"), result.boundBy());
    }
}
