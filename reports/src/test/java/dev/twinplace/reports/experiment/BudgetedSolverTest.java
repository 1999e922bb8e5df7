package dev.twinplace.reports.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.decision.AssignmentQuestion;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Here, because solvers of all modules are at hand. */
class BudgetedSolverTest {
    private static Question question(PlacementProblem problem) {
        return new AssignmentQuestion("file", "name", Sense.MIN, problem);
    }

    @Test
    void labelsSayWhatIsAsked() {
        List<BudgetedSolver> solvers =
                BudgetedSolver.listOf("greedy", "branch-and-bound@10ms", "cp-sat@1s", "ddl-price");
        assertEquals(Budget.UNLIMITED, solvers.get(0).budget());
        assertEquals(Budget.ofTime(Duration.ofMillis(10)), solvers.get(1).budget());
        assertEquals(Budget.ofTime(Duration.ofSeconds(1)), solvers.get(2).budget());
        assertEquals("ddl-price", solvers.get(3).label());
        assertEquals("cp-sat", solvers.get(2).solverId());
        assertEquals("ddl-price", BudgetedSolver.of("ddl-price:polish=none@1ms").solverId());
        assertThrows(IllegalArgumentException.class, () -> BudgetedSolver.listOf("simplex"));
    }

    @Test
    void polishNeverMakesAPlacementMoreExpensive() {
        BudgetedSolver raw = BudgetedSolver.of("ddl-price:polish=none");
        BudgetedSolver polished = BudgetedSolver.of("ddl-price");
        boolean differs = false;
        for (int seed = 1; seed <= 20; seed++) {
            Question question = question(RandomProblems.of(Kind.CONTENTION, 20, 4, seed));
            double before = raw.solve(question, 0).cost();
            double after = polished.solve(question, 0).cost();
            assertTrue(after <= before * (1 + 1e-9), "seed " + seed);
            differs |= after < before;
        }
        assertTrue(differs);
    }

    @Test
    void aSolverThatIsNotMadeForAProblemHasNoAnswer() {
        BudgetedSolver paper = BudgetedSolver.of("ddl-paper");
        assertTrue(paper.trySolve(question(RandomProblems.of(Kind.INDEPENDENT, 5, 3, 1)), 0)
                .isEmpty());
    }
}
