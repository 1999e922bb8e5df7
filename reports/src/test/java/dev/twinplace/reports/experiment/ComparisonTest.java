package dev.twinplace.reports.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.ProblemInstance;
import dev.twinplace.reports.experiment.SolverScore.Sample;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
    @ParameterizedTest
    @EnumSource
    void exactSolversHitEveryOptimumAndRandomDoesNot(Coupling coupling) {
        List<ProblemGroup> grid =
                ProblemGroup.smallGrid(Profile.TABLE2, coupling, 2, 1).subList(0, 7);
        List<String> progress = new ArrayList<>();
        List<SolverScore> scores = new Comparison(
                        LabelledSolver.of("random", "local-search", "enumeration"), 1, progress::add)
                .run(grid)
                .scores();
        assertEquals(4 * grid.size(), progress.size());
        assertEquals(
                List.of("random", "local-search", "enumeration"),
                scores.stream().map(SolverScore::solver).toList());
        SolverScore random = scores.get(0);
        SolverScore exact = scores.get(2);
        assertEquals(14, exact.problems());
        assertEquals(1, exact.hitRate());
        assertEquals(1, exact.provenRate());
        assertEquals(0, random.provenRate());
        assertEquals(0, exact.worstGap(), 1e-9);
        assertEquals(1, exact.rangeClosed(), 1e-9);
        assertTrue(random.meanGap() > scores.get(1).meanGap());
        assertTrue(random.hitRate() < 1);
    }

    @Test
    void aSolverThatCannotTakeTheSizeIsLeftOut() {
        ProblemGroup large =
                new ProblemGroup(List.of(ProblemInstance.of(RandomProblems.of(Kind.INDEPENDENT, 30, 4, 1))));
        List<SolverScore> scores = new Comparison(LabelledSolver.of("enumeration", "greedy"), 1, step -> {})
                .run(List.of(large))
                .scores();
        assertEquals(List.of("greedy"), scores.stream().map(SolverScore::solver).toList());
    }

    @Test
    void whereNoOptimumIsProvenTheGapIsToABound() {
        List<ProblemGroup> groups =
                ProblemGroup.grid(Profile.CLUSTERED, Coupling.CAPACITY, List.of(300), List.of(9), 1, 1);
        Comparison.Result result = new Comparison(LabelledSolver.of("greedy"), 1, step -> {}).run(groups);
        assertEquals(1, result.unproven());
        Comparison.Row row = result.rows().get(0);
        assertEquals(result.scores().get(0).meanGap(), row.gap());
        assertEquals(300, row.problem().twins());
        assertEquals("greedy", row.solver());
        assertTrue(result.scores().get(0).meanGap() > 0);
    }

    @Test
    void anInfeasibleProblemIsNotCompared() {
        ProblemGroup group = new ProblemGroup(List.of(ProblemInstance.of(RandomProblems.of(Kind.INFEASIBLE, 5, 3, 1))));
        Comparison comparison = new Comparison(LabelledSolver.of("greedy"), 1, step -> {});
        String message = assertThrows(InfeasibleProblemException.class, () -> comparison.run(List.of(group)))
                .getMessage();
        assertEquals("infeasible: branch-and-bound proves that no placement is within the capacities", message);
    }

    @Test
    void whereTheReferenceFindsNoPlacementItsBoundIsLeft() {
        Reference reference =
                Reference.by("enumeration", Budget.ofNodes(0), RandomProblems.of(Kind.CONTENTION, 9, 3, 1));
        assertFalse(reference.isProven());
        assertTrue(reference.optimum() > 0 && reference.optimum() < reference.random(), reference::toString);
    }

    @Test
    void aResultIsUnansweredIfNoSolverAnswersAnything() {
        Reference reference = new Reference(1, true, 2);
        SolverScore none =
                SolverScore.of("x", new Sample[] {new Sample(reference, Double.POSITIVE_INFINITY, false, 1)});
        SolverScore one = SolverScore.of("y", new Sample[] {new Sample(reference, 1, false, 1)});
        assertTrue(new Comparison.Result(List.of(none), List.of(), 0).isUnanswered());
        assertFalse(new Comparison.Result(List.of(none, one), List.of(), 0).isUnanswered());
        assertFalse(new Comparison.Result(List.of(), List.of(), 0).isUnanswered(), "no solver was asked");
    }

    @Test
    void figuresAreTheirDefinitions() {
        Reference reference = new Reference(100, true, 120);
        SolverScore score = SolverScore.of("x", new Sample[] {
            new Sample(reference, 100, true, 5),
            new Sample(reference, 110, false, 1),
            new Sample(reference, 105, false, 3),
            new Sample(reference, Double.POSITIVE_INFINITY, false, 9)
        });
        assertEquals(4, score.problems());
        assertEquals(3, score.answered());
        assertEquals(0.05, score.meanGap(), 1e-12);
        assertEquals(0.10, score.worstGap(), 1e-12);
        assertEquals(1.0 / 3, score.hitRate(), 1e-12);
        assertEquals(1.0 / 4, score.provenRate(), 1e-12);
        // saved 20 + 10 + 15 of 3 · 20
        assertEquals(0.75, score.rangeClosed(), 1e-12);
        assertEquals(4, score.medianMicros(), 1e-12);
        assertTrue(score.p95Gap() > 0.09 && score.p95Gap() <= 0.10);
    }

    @Test
    void nothingAnsweredHasNoFigures() {
        SolverScore score = SolverScore.of(
                "x", new Sample[] {new Sample(new Reference(1, true, 2), Double.POSITIVE_INFINITY, false, 1)});
        assertEquals(0, score.answered());
        assertTrue(Double.isNaN(score.meanGap()) && Double.isNaN(score.hitRate()) && Double.isNaN(score.p95Gap()));
    }
}
