package dev.twinplace.reports.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.problem.ProblemInstance;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledSolverTest {
    @Test
    void labelsSayWhatIsAsked() {
        List<LabelledSolver> solvers = LabelledSolver.of("greedy", "branch-and-bound@10ms", "cp-sat@1s", "ddl-price");
        assertEquals(Budget.UNLIMITED, solvers.get(0).budget());
        assertEquals(Budget.ofTime(Duration.ofMillis(10)), solvers.get(1).budget());
        assertEquals(Budget.ofTime(Duration.ofSeconds(1)), solvers.get(2).budget());
        assertEquals("ddl-price", solvers.get(3).label());
        assertThrows(IllegalArgumentException.class, () -> LabelledSolver.of("simplex"));
    }

    @Test
    void polishNeverMakesAPlacementDearer() {
        LabelledSolver raw = LabelledSolver.of("ddl-price:polish=none").get(0);
        LabelledSolver polished = LabelledSolver.of("ddl-price").get(0);
        boolean differs = false;
        for (int seed = 1; seed <= 20; seed++) {
            var problem = ProblemInstance.of(RandomProblems.of(Kind.CONTENTION, 20, 4, seed));
            double before = raw.solve(problem, 0).orElseThrow().cost();
            double after = polished.solve(problem, 0).orElseThrow().cost();
            assertTrue(after <= before * (1 + 1e-9), "seed " + seed);
            differs |= after < before;
        }
        assertTrue(differs);
    }

    @Test
    void whoIsNotMadeForAProblemHasNoAnswer() {
        LabelledSolver paper = LabelledSolver.of("ddl-paper").get(0);
        ProblemInstance ofNoScenario = ProblemInstance.of(RandomProblems.of(Kind.INDEPENDENT, 5, 3, 1));
        assertTrue(paper.solve(ofNoScenario, 0).isEmpty());
    }
}
