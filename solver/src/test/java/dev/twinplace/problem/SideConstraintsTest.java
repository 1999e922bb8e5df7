package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.SideProblems;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SideConstraintsTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private static PlacementProblemBuilder builder() {
        PlacementProblemBuilder builder = PlacementProblem.builder(3, 2);
        for (int m = 0; m < 3; m++) {
            builder.work(m, 10 + m).cost(m, 1, 5);
        }
        return builder;
    }

    @Test
    void rowsAndEntriesSayTheSame() {
        SideConstraints side = builder()
                .row("memoryGB", new int[] {2, 0}, new double[] {4, 3}, new double[] {5, NONE})
                .row("groups[0]", new int[] {0, 1}, new double[] {1, 1}, new double[] {1, 1})
                .build()
                .side();
        assertEquals(2, side.rows());
        assertEquals("memoryGB", side.name(0));
        assertEquals(2, side.member(0, 0));
        assertEquals(4, side.memberDemand(0, 0));
        assertEquals(5, side.limit(0, 0));
        assertEquals(NONE, side.sumLimit(0, 1));
        assertEquals(2, side.end(0) - side.start(0));
        assertEquals(0, side.row(side.start(0)));
        assertEquals(3, side.demand(side.start(0)));
        assertEquals(1, side.row(side.start(0) + 1));
        assertEquals(1, side.row(side.start(1)));
        assertFalse(side.isSeparating(0));
        assertTrue(side.isSeparating(1));
        assertFalse(side.hasWorkLimits());
        assertEquals(NONE, side.workLimit(1, 1));
    }

    @Test
    void whatCanNeverBeExceededIsLeftOut() {
        PlacementProblem problem = builder()
                .row("a", new int[] {0, 1}, new double[] {2, 3}, new double[] {5, 6})
                .row("b", new int[] {0, 1}, new double[] {0, 0}, new double[] {0, 0})
                .row("c", new int[] {0}, new double[] {9}, new double[] {NONE, NONE})
                .workLimit(0, 0, NONE)
                .build();
        assertTrue(problem.side().isNone());
        assertTrue(problem.isSeparable());
        assertFalse(builder().workLimit(0, 0, 11).build().isSeparable());
        assertTrue(SideConstraints.NONE.isNone());
        assertEquals(0, SideConstraints.NONE.end(7));
    }

    /** 19 times 0.1 is within 1.9, although the sum of the doubles is larger; whole numbers have no tolerance. */
    @Test
    void sumsAreForgivenWhatTheyRound() {
        int[] members = new int[19];
        Arrays.setAll(members, m -> m);
        double[] tenths = new double[19];
        Arrays.fill(tenths, 0.1);
        PlacementProblemBuilder builder = PlacementProblem.builder(19, 2);
        PlacementProblem within =
                builder.row("r", members, tenths, new double[] {1.9, 0}).build();
        assertTrue(PlacementChecker.isFeasible(within, new int[19]));
        double[] ones = new double[19];
        Arrays.fill(ones, 1);
        PlacementProblem whole = PlacementProblem.builder(19, 1)
                .row("r", members, ones, new double[] {Math.nextDown(19.0)})
                .build();
        assertFalse(PlacementChecker.isFeasible(whole, new int[19]));
        assertEquals(whole.side().limit(0, 0), whole.side().sumLimit(0, 0));
    }

    @Test
    void aTwinThatDoesNotFitAloneIsBarred() {
        PlacementProblem problem = builder()
                .demand(0, 7)
                .row("memoryGB", new int[] {0, 2}, new double[] {6, 4}, new double[] {5, NONE})
                .workLimit(1, 1, 10)
                .build();
        assertFalse(problem.fits(0, 0), "6 GB of 5");
        assertTrue(problem.fits(2, 0));
        assertTrue(problem.fits(0, 1));
        assertFalse(problem.fits(1, 1), "11 of 10");
        assertTrue(problem.fits(1, 0));
        assertTrue(PlacementChecker.isFeasible(problem, new int[] {1, 0, 1}));
    }

    @Test
    void entriesOutOfTheirDomainAreRefused() {
        assertRefused(
                "r: demands[1] must be >= 0, but was -1.0",
                () -> builder().row("r", new int[] {0, 1}, new double[] {1, -1}, new double[2]));
        assertRefused(
                "r: limits[0] must be >= 0, but was NaN",
                () -> builder().row("r", new int[] {0}, new double[1], new double[] {Double.NaN, 1}));
        assertRefused(
                "r: must have each of 3 twins once at most, but members[1] was 0",
                () -> builder().row("r", new int[] {0, 0}, new double[2], new double[2]));
        assertRefused(
                "r: must have one demand for each of 1 members and one limit for each of 2 servers, but had 2 and 2",
                () -> builder().row("r", new int[] {0}, new double[2], new double[2]));
        assertRefused(
                "r: the sum of the demands must be finite, but overflows",
                () -> builder().row("r", new int[] {0}, new double[] {1e308}, new double[2]));
        assertRefused(
                "workLimit[1][0] must be >= 0, but was -2.0", () -> builder().workLimit(1, 0, -2));
    }

    private static void assertRefused(String message, Runnable building) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, building::run).getMessage());
    }

    @Test
    void variantsHaveTheSameSideConstraints() {
        PlacementProblem problem = SideProblems.severalResources(12, 3, 3, 0.7, 1);
        assertSame(problem.side(), ReducedProblem.of(problem).problem().side());
        assertSame(
                problem.side(),
                ProblemVariant.withCosts(problem, problem.cost.clone()).side());
        boolean[] barred = new boolean[36];
        barred[4] = true;
        PlacementProblem variant = ProblemVariant.withBars(problem, barred);
        assertSame(problem.side(), variant.side());
        assertFalse(variant.fits(1, 1));
        ProblemBuffer buffer = new ProblemBuffer(12, 3);
        assertRefused(
                "problem: must have no several resources (resource-1, resource-2) here", () -> buffer.fill(problem));
    }

    @Test
    void aSolverThatTakesNoneNamesThem() {
        PlacementProblem problem = builder()
                .row("memoryGB", new int[] {0, 2}, new double[] {3, 4}, new double[] {5, NONE})
                .row("groups[0]", new int[] {0, 1}, new double[] {1, 1}, new double[] {1, 1})
                .workLimit(1, 1, 20)
                .build();
        UnsupportedProblemException e = assertThrows(
                UnsupportedProblemException.class,
                () -> UnsupportedProblemException.requireNoSideConstraints(problem, "mip"));
        assertEquals(
                "mip does not take several resources (memoryGB), separate groups, latency limits under contention:"
                        + " use local-search or ejection-chain",
                e.getMessage());
        UnsupportedProblemException.requireNoSideConstraints(builder().build(), "mip");
    }

    /** The checker against another definition, on placements of which some keep all, and some break one. */
    @Test
    void theCheckerAgreesWithAnotherDefinition() {
        SplittableRandom random = new SplittableRandom(3);
        int kept = 0;
        int broken = 0;
        for (int seed = 0; seed < 600; seed++) {
            PlacementProblem problem = SideProblems.tiny(seed);
            for (int i = 0; i < 20; i++) {
                int[] serverOf =
                        random.ints(problem.twins(), 0, problem.servers()).toArray();
                boolean feasible = NaiveCost.isFeasible(problem, serverOf);
                assertEquals(feasible, PlacementChecker.isFeasible(problem, serverOf), "seed " + seed);
                kept += feasible ? 1 : 0;
                broken += !feasible && NaiveCost.overload(problem, serverOf) == 0 ? 1 : 0;
            }
        }
        assertTrue(kept > 1000 && broken > 1000, kept + " and " + broken);
    }
}
