package dev.twinplace.heuristic.ejection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What chains are priced at must be what they cost. */
class ChainMoveTest {
    private static final double PENALTY = 3;

    /** Reduced costs, priced room and linearised contention differ from the definition by a constant, and by penalties. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"INDEPENDENT", "CAPACITY_TIGHT", "CONTENTION", "CONTENTION_AND_CAPACITY"})
    void theValueIsThePenalisedCostLessAConstant(Kind kind) {
        PlacementProblem problem = RandomProblems.of(kind, 40, 5, 3);
        SplittableRandom random = new SplittableRandom(1);
        WorkingPlacement placement = penalised(problem, RandomProblems.placement(problem, random));
        double constant = Double.NaN;
        for (int i = 0; i < 20; i++) {
            int[] drawn = RandomProblems.placement(problem, random);
            placement.moveTo(drawn);
            double difference = penalisedCost(problem, placement.problem, drawn) - placement.value();
            constant = i == 0 ? difference : constant;
            assertEquals(constant, difference, 1e-9 * problem.costMagnitude());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CAPACITY_TIGHT", "CONTENTION", "CONTENTION_AND_CAPACITY"})
    void eachChainLowersTheValueAndIncrementsAgreeWithSums(Kind kind) {
        PlacementProblem problem = RandomProblems.of(kind, 60, 6, 4);
        WorkingPlacement placement = penalised(problem, RandomProblems.placement(problem, new SplittableRandom(2)));
        ChainMove chains = new ChainMove(placement, 1e-9);
        int made = 0;
        for (int i = 0; i < 600; i++) {
            double before = placement.value();
            boolean improved =
                    chains.improve(i % 60, Arrays.stream(placement.term).max().orElseThrow(), 100);
            assertEquals(improved, placement.value() < before, () -> before + " to " + placement.value());
            made += improved ? 1 : 0;
        }
        double incremental = placement.value();
        placement.sumAnew();
        assertEquals(placement.value(), incremental, 1e-9 * problem.costMagnitude());
        assertTrue(made > 20 && chains.evaluations() > 600, made + " chains");
    }

    /** Three twins in a circle, each on the next one's place: no shift and no swap helps, a chain of three does. */
    @Test
    void closesACycleOfThree() {
        var builder = PlacementProblem.builder(3, 3);
        for (int m = 0; m < 3; m++) {
            for (int s = 0; s < 3; s++) {
                builder.cost(m, s, s == m ? 0 : s == (m + 1) % 3 ? 5 : 100);
            }
            builder.demand(m, 1).capacity(m, 1);
        }
        WorkingPlacement placement = penalised(builder.build(), new int[] {1, 2, 0});
        for (int s = 0; s < 3; s++) {
            placement.setPenalty(s, 1000);
        }
        assertTrue(new ChainMove(placement, 1e-9).improve(0, 0, 100));
        assertEquals("[0, 1, 2]", Arrays.toString(placement.serverOf));
    }

    /** Halfway, and each twin where one of the two placements has it. */
    @Test
    void relinkingStopsHalfway() {
        PlacementProblem problem = RandomProblems.of(Kind.CAPACITY_TIGHT, 60, 6, 4);
        SplittableRandom random = new SplittableRandom(2);
        int[] from = RandomProblems.placement(problem, random);
        int[] to = RandomProblems.placement(problem, random);
        WorkingPlacement placement = penalised(problem, from);
        int moved = new PathRelinking(placement).goHalfway(to, random);
        int different = 0;
        int atTarget = 0;
        for (int m = 0; m < 60; m++) {
            int s = placement.serverOf[m];
            assertTrue(s == from[m] || s == to[m]);
            different += from[m] != to[m] ? 1 : 0;
            atTarget += from[m] != to[m] && s == to[m] ? 1 : 0;
        }
        assertEquals(different / 2, moved);
        assertEquals(moved, atTarget);
    }

    @Test
    void thePoolKeepsTheBestAndNoneTwice() {
        ElitePool pool = new ElitePool();
        for (int i = 0; i < 30; i++) {
            pool.add(new int[] {i / 2}, 100 - i / 2);
        }
        assertEquals(10, pool.size());
        for (int i = 0; i < 10; i++) {
            assertTrue(pool.get(i)[0] >= 5);
        }
    }

    private static WorkingPlacement penalised(PlacementProblem problem, int[] start) {
        PricedProblem priced = new PricedProblem(problem, start, Optional.empty(), Budget.UNLIMITED.start());
        WorkingPlacement placement = new WorkingPlacement(priced);
        for (int s = 0; s < priced.servers; s++) {
            placement.setPenalty(s, PENALTY);
        }
        placement.reset(start);
        return placement;
    }

    private static double penalisedCost(PlacementProblem problem, PricedProblem priced, int[] placement) {
        double[] load = new double[problem.servers()];
        for (int m = 0; m < placement.length; m++) {
            load[placement[m]] += problem.demand(m, placement[m]);
        }
        double cost = new CostEvaluator(problem).cost(placement);
        for (int s = 0; s < load.length; s++) {
            cost += Math.max(0, load[s] - problem.loadLimit(s)) * (PENALTY + priced.price[s]);
        }
        return cost;
    }
}
