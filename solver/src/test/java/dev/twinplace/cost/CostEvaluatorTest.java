package dev.twinplace.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CostEvaluatorTest {
    @Test
    void isWhatTheFormulaSays() {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .cost(0, 0, 1)
                .cost(1, 0, 2)
                .cost(2, 1, 4)
                .contention(0, 0.5)
                .contention(1, 10)
                .weight(0, 3)
                .weight(1, 5)
                .weight(2, 2)
                .work(0, 7)
                .work(1, 11)
                .work(2, 1)
                .build();
        // 1 + 2 + 4 + 0.5·(3 + 5)·(7 + 11) + 10·2·1
        assertEquals(99, new CostEvaluator(problem).cost(new int[] {0, 0, 1}));
    }

    @Test
    void agreesWithThePairwiseDefinition() {
        SplittableRandom random = new SplittableRandom(2);
        for (int seed = 0; seed < 500; seed++) {
            RandomProblems.Kind kind = RandomProblems.kindOf(seed);
            PlacementProblem problem = RandomProblems.of(kind, 1 + seed % 20, 1 + seed % 7, seed);
            CostEvaluator evaluator = new CostEvaluator(problem);
            for (int i = 0; i < 5; i++) {
                int[] placement = RandomProblems.placement(problem, random);
                double tolerance = 1e-12 * NaiveCost.magnitude(problem, placement);
                assertEquals(NaiveCost.cost(problem, placement), evaluator.cost(placement), tolerance);
            }
        }
    }
}
