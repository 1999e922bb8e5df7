package dev.twinplace.reports.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Solvers;
import dev.twinplace.ddl.EnsembleDecision;
import dev.twinplace.ddl.EnsemblePolicy;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PolicyValidationTest {
    private static final int PROBLEMS = 20;

    private static List<ScenarioQuestion> questions(Coupling coupling) {
        return DrawnQuestions.of(ScenarioGenerator.table2(Profile.TABLE2, coupling), PROBLEMS, 1);
    }

    private static EnsemblePolicy policy(int distinct, Function<PlacementProblem, Optional<Placement>> answer) {
        return new EnsemblePolicy() {
            @Override
            public int members() {
                return 5;
            }

            @Override
            public EnsembleDecision decide(ProblemInstance instance) {
                return new EnsembleDecision(answer.apply(instance.problem()), distinct);
            }
        };
    }

    private static Optional<Placement> solve(String solver, PlacementProblem problem) {
        return Solvers.create(solver).solve(problem).placement();
    }

    private static Optional<Placement> allOnOne(PlacementProblem problem) {
        return Optional.of(Placement.of(new int[problem.twins()]));
    }

    @Test
    void theOptimumHasNoGap() {
        PolicyValidation validation = new PolicyValidation(questions(Coupling.CAPACITY));
        PolicyScore score = validation
                .ask(policy(1, problem -> solve("branch-and-bound", problem)))
                .score();
        assertEquals(new PolicyScore(PROBLEMS, PROBLEMS, score.meanGap(), 1, score.rangeClosed(), 1, 1), score);
        assertEquals(0, score.meanGap(), 1e-12);
        assertEquals(1, score.rangeClosed(), 1e-12);
    }

    @Test
    void whatIsWorseThanOptimalIsSeen() {
        PolicyValidation validation = new PolicyValidation(questions(Coupling.INDEPENDENT));
        PolicyAnswers best = validation.ask(policy(3, problem -> solve("decomposition", problem)));
        PolicyAnswers fixed = validation.ask(policy(3, PolicyValidationTest::allOnOne));
        PolicyScore score = fixed.score();
        assertTrue(score.meanGap() > 0.01, score.toString());
        assertEquals(0, score.hitRate());
        assertEquals(3, score.distinctCandidates());
        assertEquals(0, score.unanimity());
        assertEquals(1, fixed.convergenceSince(fixed));
        assertEquals(1 / (1 + score.meanGap()), fixed.convergenceSince(best), 2e-3);
    }

    @Test
    void problemsWithoutAnswerAreCounted() {
        PolicyValidation validation = new PolicyValidation(questions(Coupling.INDEPENDENT));
        PolicyScore score =
                validation.ask(policy(2, problem -> Optional.empty())).score();
        assertEquals(0, score.answered());
        assertTrue(Double.isNaN(score.meanGap()));
    }

    @Test
    void aPlacementOverACapacityIsABug() {
        PolicyValidation validation = new PolicyValidation(questions(Coupling.CAPACITY));
        assertThrows(IllegalStateException.class, () -> validation.ask(policy(1, PolicyValidationTest::allOnOne)));
    }

    @Test
    void noProblemsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PolicyValidation(List.of()));
    }
}
