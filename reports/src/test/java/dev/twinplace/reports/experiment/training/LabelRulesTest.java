package dev.twinplace.reports.experiment.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelRulesTest {
    private final PlacementProblem problem = ScenarioCompiler.compile(
            ScenarioGenerator.table2(Profile.TABLE2, Coupling.INDEPENDENT).generate(3));

    private double cost(int[] serverOf) {
        return new CostEvaluator(problem).cost(serverOf);
    }

    @Test
    void randomMovesImproveAndAreTheSameForTheSameSample() {
        int[] first = new int[problem.twins()];
        int[] second = first.clone();
        double before = cost(first);
        LabelRules.randomMoves().apply(problem, first, 7);
        LabelRules.randomMoves().apply(problem, second, 7);
        assertArrayEquals(first, second);
        assertTrue(cost(first) < before);
    }

    @Test
    void localSearchFindsTheOptimumWhereNothingCouplesTwins() {
        int[] serverOf = new int[problem.twins()];
        LabelRules.localSearch().apply(problem, serverOf, 0);
        assertEquals(new SeparableRelaxation(problem).lowerBound(), cost(serverOf), 1e-9 * cost(serverOf));
    }

    @Test
    void checkpointsBeginDenselyAndEndAtTheLast() {
        assertEquals(List.of(1, 2, 3), Checkpoints.upTo(3));
        List<Integer> points = Checkpoints.upTo(1000);
        assertEquals(List.of(1, 2, 5, 10, 20, 40), points.subList(0, 6));
        assertEquals(1000, points.get(points.size() - 1));
        assertEquals(points.stream().sorted().distinct().toList(), points);
    }
}
