package dev.twinplace.reports.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.decision.AssignmentQuestion;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.Sense;
import dev.twinplace.model.Coupling;
import dev.twinplace.reports.experiment.SolverScore.Sample;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SolverComparisonTest {
    private static Question question(Kind kind, int twins, int servers) {
        return new AssignmentQuestion(
                kind.toString(), kind.toString(), Sense.MIN, RandomProblems.of(kind, twins, servers, 1));
    }

    private static SolverComparison.Result compare(List<? extends Question> questions, String... solvers) {
        return new SolverComparison(BudgetedSolver.listOf(solvers), 1, step -> {}).run(questions);
    }

    @ParameterizedTest
    @EnumSource
    void exactSolversHitEveryOptimumAndRandomDoesNot(Coupling coupling) {
        List<Question> questions = new ArrayList<>();
        for (int twins : new int[] {4, 8}) {
            questions.addAll(DrawnQuestions.of(DrawnQuestions.generator(Profile.TABLE2, coupling, twins, 3), 5, 1));
        }
        List<String> progress = new ArrayList<>();
        List<SolverScore> scores = new SolverComparison(
                        BudgetedSolver.listOf("random", "local-search", "enumeration"), 1, progress::add)
                .run(questions)
                .scores();
        assertEquals(List.of("optima", "random", "local-search", "enumeration"), progress);
        assertEquals(
                List.of("random", "local-search", "enumeration"),
                scores.stream().map(SolverScore::solver).toList());
        SolverScore random = scores.get(0);
        SolverScore exact = scores.get(2);
        assertEquals(10, exact.problems());
        assertEquals(1, exact.hitRate());
        assertEquals(1, exact.provenRate());
        assertEquals(0, random.provenRate());
        assertEquals(0, exact.worstGap(), 1e-9);
        assertEquals(1, exact.rangeClosed(), 1e-9);
        assertTrue(random.meanGap() > scores.get(1).meanGap());
        assertTrue(random.hitRate() < 1);
    }

    @Test
    void timesAreOfAllDecisions() {
        SolverComparison.Result result = compare(
                DrawnQuestions.of(DrawnQuestions.generator(Profile.TABLE2, Coupling.CAPACITY, 8, 3), 3, 1), "greedy");
        DecisionTimes all = new DecisionTimes(1);
        for (SolverComparison.Attempt row : result.attempts()) {
            assertTrue(row.times().medianMicros() > 0);
            all.add(row.times());
        }
        SolverScore score = result.scores().get(0);
        assertEquals(all.medianMicros(), score.medianMicros());
        assertEquals(all.p99Micros(), score.p99Micros());
        assertTrue(score.medianMicros() <= score.p99Micros());
    }

    @Test
    void aSolverThatCannotTakeTheSizeIsLeftOut() {
        List<SolverScore> scores = compare(List.of(question(Kind.INDEPENDENT, 30, 4)), "enumeration", "greedy")
                .scores();
        assertEquals(List.of("greedy"), scores.stream().map(SolverScore::solver).toList());
    }

    @Test
    void whereNoOptimumIsProvenTheGapIsToABound() {
        ScenarioGenerator generator = DrawnQuestions.generator(Profile.CLUSTERED, Coupling.CAPACITY, 300, 9);
        SolverComparison.Result result = compare(DrawnQuestions.of(generator, 1, 1), "greedy");
        assertEquals(1, result.unproven());
        SolverComparison.Attempt row = result.attempts().get(0);
        assertEquals(result.scores().get(0).meanGap(), row.gap());
        assertEquals(300, row.judged().question().problem().twins());
        assertEquals("greedy", row.solver());
        assertTrue(result.scores().get(0).meanGap() > 0);
    }

    @Test
    void anInfeasibleProblemIsLeftOutAndTheOthersAreCompared() {
        Question none = question(Kind.INFEASIBLE, 5, 3);
        SolverComparison.Result result =
                compare(List.of(question(Kind.CONTENTION, 5, 3), none, question(Kind.INDEPENDENT, 5, 3)), "greedy");
        assertEquals(
                List.of(new SolverComparison.Infeasible(none, "infeasible: auto proves that no placement is feasible")),
                result.infeasible());
        assertEquals(
                List.of(0, 2),
                result.attempts().stream().map(row -> row.judged().index()).toList());
        assertEquals(2, result.scores().get(0).problems());
    }

    @Test
    void whereAllAreInfeasibleThereIsNoScore() {
        SolverComparison.Result result = compare(List.of(question(Kind.INFEASIBLE, 5, 3)), "greedy");
        assertEquals(List.of(), result.scores());
        assertEquals(List.of(), result.judged());
        assertEquals(1, result.infeasible().size());
    }

    @Test
    void whereTheReferenceFindsNoPlacementItsBoundIsLeft() {
        BudgetedSolver prover = BudgetedSolver.of("enumeration").withBudget(Budget.ofNodes(0));
        Reference reference = Reference.by(prover, question(Kind.CONTENTION, 9, 3));
        assertFalse(reference.isProven());
        assertTrue(reference.optimum() > 0 && reference.optimum() < reference.random(), reference::toString);
    }

    @Test
    void aResultIsUnansweredIfNoSolverAnswersAnything() {
        Reference reference = new Reference(1, true, 2);
        SolverScore none = SolverScore.of("x", new Sample[] {new Sample(reference, Double.POSITIVE_INFINITY, false)});
        SolverScore one = SolverScore.of("y", new Sample[] {new Sample(reference, 1, false)});
        assertTrue(new SolverComparison.Result(List.of(none), List.of(), List.of(), List.of()).isUnanswered());
        assertFalse(new SolverComparison.Result(List.of(none, one), List.of(), List.of(), List.of()).isUnanswered());
        assertFalse(
                new SolverComparison.Result(List.of(), List.of(), List.of(), List.of()).isUnanswered(),
                "no solver was asked");
    }

    @Test
    void figuresAreTheirDefinitions() {
        Reference reference = new Reference(100, true, 120);
        SolverScore score = SolverScore.of("x", new Sample[] {
            new Sample(reference, 100, true),
            new Sample(reference, 110, false),
            new Sample(reference, 105, false),
            new Sample(reference, Double.POSITIVE_INFINITY, false)
        });
        assertEquals(4, score.problems());
        assertEquals(3, score.answered());
        assertEquals(0.05, score.meanGap(), 1e-12);
        assertEquals(0.10, score.worstGap(), 1e-12);
        assertEquals(1.0 / 3, score.hitRate(), 1e-12);
        assertEquals(1.0 / 4, score.provenRate(), 1e-12);
        // saved 20 + 10 + 15 of 3 · 20
        assertEquals(0.75, score.rangeClosed(), 1e-12);
        assertTrue(score.p95Gap() > 0.09 && score.p95Gap() <= 0.10);
    }

    @Test
    void nothingAnsweredHasNoFigures() {
        SolverScore score = SolverScore.of(
                "x", new Sample[] {new Sample(new Reference(1, true, 2), Double.POSITIVE_INFINITY, false)});
        assertEquals(0, score.answered());
        assertTrue(Double.isNaN(score.meanGap()) && Double.isNaN(score.hitRate()) && Double.isNaN(score.p95Gap()));
    }
}
