package dev.twinplace.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what is timed is the right answer to the right problem. */
class ExactSolverBenchmarksTest {
    @ParameterizedTest
    @CsvSource({
        "branch-and-bound, table2, capacity",
        "branch-and-bound, clustered, contention",
        "cp-sat, table2, contention",
        "cp-sat, clustered, capacity"
    })
    void provesEveryProblem(String solver, String profile, String coupling) {
        ExactSolverBenchmark benchmark = new ExactSolverBenchmark();
        benchmark.solver = solver;
        benchmark.size = "6x2";
        benchmark.profile = profile;
        benchmark.coupling = coupling;
        benchmark.setUp();
        SolveResult first = benchmark.prove();
        SolveResult second = benchmark.prove();
        assertEquals(SolveStatus.OPTIMAL, first.status());
        assertEquals(6, first.placement().orElseThrow().twins());
        assertTrue(first.cost() != second.cost(), "must be another problem");
    }

    @ParameterizedTest
    @CsvSource({"independent", "capacity", "contention"})
    void enumeratesAsManyPlacementsAsItClaims(String coupling) {
        EnumerationBenchmark benchmark = new EnumerationBenchmark();
        benchmark.coupling = coupling;
        benchmark.setUp();
        SolveResult result = benchmark.enumerate();
        assertEquals(SolveStatus.OPTIMAL, result.status());
        assertEquals(EnumerationBenchmark.PLACEMENTS, result.nodes());
    }

    @Test
    void countsProofsAndGaps() {
        ProvenGapBenchmark benchmark = new ProvenGapBenchmark();
        benchmark.solver = "branch-and-bound";
        benchmark.size = "8x2";
        benchmark.coupling = "contention";
        benchmark.budgetMillis = 10_000;
        benchmark.setUp();
        ProvenGapBenchmark.Proofs proofs = new ProvenGapBenchmark.Proofs();
        benchmark.solve(proofs);
        assertEquals(100, proofs.provenPercent, 1e-9);
        assertEquals(0, proofs.meanGapPercent);
        proofs.reset();
        assertEquals(0, proofs.provenPercent);
    }

    @ParameterizedTest
    @CsvSource({"branch-and-bound, clustered 8x2x2", "cp-sat, uniform 8x3x3", "auto, inverse 8x3x2"})
    void provesProblemsOfSeveralResources(String solver, String problems) {
        SideConstraintBenchmark benchmark = new SideConstraintBenchmark();
        benchmark.solver = solver;
        benchmark.problems = problems;
        benchmark.budgetMillis = 10_000;
        benchmark.setUp();
        SideConstraintBenchmark.Proofs proofs = new SideConstraintBenchmark.Proofs();
        benchmark.solve(proofs);
        assertEquals(100, proofs.provenPercent, 1e-9);
        assertEquals(0, proofs.meanGapPercent, 1e-6);
        proofs.reset();
        assertEquals(0, proofs.provenPercent);
    }

    @Test
    void boundsWhatIsLarge() {
        LagrangianBenchmark benchmark = new LagrangianBenchmark();
        benchmark.sizeAndMillis = "200x20 2000";
        benchmark.coupling = "capacity";
        benchmark.setUp();
        LagrangianBenchmark.Proofs proofs = new LagrangianBenchmark.Proofs();
        benchmark.solve(proofs);
        assertTrue(proofs.meanGapPercent > 0 && proofs.meanGapPercent < 2, "gap: " + proofs.meanGapPercent);
    }
}
