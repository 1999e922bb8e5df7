package dev.twinplace.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemBuffer;
import dev.twinplace.problem.ProblemView;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fast path against the slow definition, after every move. */
class IncrementalCostTest {
    private static final int STEPS = 5000;

    @ParameterizedTest
    @EnumSource(RandomProblems.Kind.class)
    void deltasSayWhatMovesAndSwapsDo(RandomProblems.Kind kind) {
        PlacementProblem problem = RandomProblems.of(kind, 9, 4, 5);
        SplittableRandom random = new SplittableRandom(3);
        IncrementalCost incremental = new IncrementalCost(problem);
        int[] expected = RandomProblems.placement(problem, random);
        incremental.reset(expected);
        for (int step = 0; step < STEPS; step++) {
            int first = random.nextInt(9);
            int second = random.nextInt(9);
            if (random.nextBoolean() || expected[first] == expected[second]) {
                moveAndCheck(incremental, expected, first, random.nextInt(4));
            } else {
                swapAndCheck(incremental, expected, first, second);
            }
            assertAgrees(problem, expected, incremental);
        }
    }

    private static void moveAndCheck(IncrementalCost incremental, int[] expected, int twin, int server) {
        if (expected[twin] == server) {
            return;
        }
        ProblemView problem = incremental.problem();
        double cost = NaiveCost.cost(problem, expected);
        double delta = incremental.moveDelta(twin, server);
        boolean fits = incremental.fits(twin, server);
        incremental.move(twin, server);
        expected[twin] = server;
        assertEquals(NaiveCost.cost(problem, expected) - cost, delta, tolerance(problem, expected));
        assertEquals(NaiveCost.overload(problem, expected), incremental.overload(), 1e-9);
        double load = NaiveCost.load(problem, expected, server);
        assertEquals(load <= problem.loadLimit(server), fits);
    }

    private static void swapAndCheck(IncrementalCost incremental, int[] expected, int first, int second) {
        ProblemView problem = incremental.problem();
        double cost = NaiveCost.cost(problem, expected);
        double delta = incremental.swapDelta(first, second);
        boolean fits = incremental.swapFits(first, second);
        incremental.swap(first, second);
        int server = expected[first];
        expected[first] = expected[second];
        expected[second] = server;
        assertEquals(NaiveCost.cost(problem, expected) - cost, delta, tolerance(problem, expected));
        assertEquals(NaiveCost.overload(problem, expected), incremental.overload(), 1e-9);
        boolean bothFit = NaiveCost.load(problem, expected, expected[first]) <= problem.loadLimit(expected[first])
                && NaiveCost.load(problem, expected, expected[second]) <= problem.loadLimit(expected[second]);
        assertEquals(bothFit, fits);
    }

    private static void assertAgrees(PlacementProblem problem, int[] expected, IncrementalCost incremental) {
        assertEquals(NaiveCost.cost(problem, expected), incremental.cost(), tolerance(problem, expected));
        assertEquals(NaiveCost.overload(problem, expected), incremental.overload(), 1e-9);
        for (int s = 0; s < problem.servers(); s++) {
            assertEquals(NaiveCost.load(problem, expected, s), incremental.loadOn(s), 1e-9);
        }
        int[] copy = new int[expected.length];
        incremental.copyTo(copy);
        for (int m = 0; m < expected.length; m++) {
            assertEquals(expected[m], copy[m]);
            assertEquals(expected[m], incremental.serverOf(m));
        }
    }

    private static double tolerance(ProblemView problem, int[] placement) {
        return 1e-9 * (1 + NaiveCost.magnitude(problem, placement));
    }

    /** Rounding errors add up over moves, and are gone after every 4096th: then the sum is the definition's, to the bit. */
    @Test
    void runningSumsAreSummedAnewEvery4096Moves() {
        PlacementProblem problem = RandomProblems.of(RandomProblems.Kind.CONTENTION, 9, 4, 5);
        SplittableRandom random = new SplittableRandom(3);
        IncrementalCost incremental = new IncrementalCost(problem);
        int[] placement = RandomProblems.placement(problem, random);
        incremental.reset(placement);
        for (int step = 1; step <= 2 * 4096; step++) {
            int twin = random.nextInt(9);
            placement[twin] = random.nextInt(4);
            incremental.move(twin, placement[twin]);
            double drift = incremental.cost() - new CostEvaluator(problem).cost(placement);
            if (step % 4096 == 0) {
                assertEquals(0, drift, "after move " + step);
            } else if (step % 4096 == 4095) {
                assertNotEquals(0, drift, "without drift this test shows nothing");
            }
        }
    }

    @Test
    void aServerThatIsExactlyFullStillTakesATwinWithoutDemand() {
        PlacementProblem problem =
                PlacementProblem.builder(2, 2).capacity(0, 0).capacity(1, 0).build();
        IncrementalCost incremental = new IncrementalCost(problem);
        assertTrue(incremental.fits(0, 0));
        incremental.reset(new int[] {0, 1});
        assertTrue(incremental.swapFits(0, 1));
        assertEquals(0, incremental.overload());
    }

    @Test
    void twinsCanBePlacedOneByOneAndTakenOffAgain() {
        PlacementProblem problem = RandomProblems.of(RandomProblems.Kind.CONTENTION_AND_CAPACITY, 6, 3, 1);
        IncrementalCost incremental = new IncrementalCost(problem);
        double sum = 0;
        for (int m = 0; m < 6; m++) {
            sum += incremental.insertionDelta(m, m % 3);
            incremental.move(m, m % 3);
        }
        assertEquals(NaiveCost.cost(problem, new int[] {0, 1, 2, 0, 1, 2}), sum, 1e-9);
        assertEquals(sum, incremental.cost(), 1e-9);
        for (int m = 0; m < 6; m++) {
            double delta = incremental.removalDelta(m);
            double before = incremental.cost();
            incremental.move(m, IncrementalCost.UNPLACED);
            assertEquals(before + delta, incremental.cost(), 1e-9);
        }
        assertEquals(0, incremental.cost(), 1e-9);
        assertEquals(0, incremental.loadOn(0), 1e-9);
        assertEquals(IncrementalCost.UNPLACED, incremental.serverOf(5));
    }

    @Test
    void theAssertModeNoticesWhenTheCostIsNotTheDefinitions() {
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.TABLE2, Coupling.CONTENTION);
        ProblemBuffer problem = new ProblemBuffer(15, 4);
        problem.fill(generator.generate(1));
        IncrementalCost incremental = new IncrementalCost(problem);
        incremental.reset(new int[problem.twins()]);
        incremental.move(0, 1);
        problem.fill(generator.generate(2)); // behind its back
        AssertionError error = assertThrows(AssertionError.class, () -> incremental.move(1, 2));
        assertTrue(error.getMessage().contains("by definition"), error.getMessage());
    }
}
