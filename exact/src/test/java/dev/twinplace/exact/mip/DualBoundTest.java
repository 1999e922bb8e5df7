package dev.twinplace.exact.mip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.Linearisation;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The bound holds for the multipliers that ojAlgo returns, for disturbed ones and for nonsense. */
class DualBoundTest {
    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void holdsForAnyMultipliers() {
        int sharp = 0;
        for (int seed = 0; seed < 1000; seed++) {
            PlacementProblem problem = RandomProblems.tiny(seed);
            LinearProgram program = Linearisation.of(problem);
            boolean[] excluded = new boolean[program.variables().size()];
            double[] multipliers = solve(problem, program, excluded);
            double value = assertHolds(problem, program, excluded, multipliers, "seed " + seed);
            sharp += value
                            > new DualBound(
                                            program,
                                            excluded,
                                            problem.twins(),
                                            problem.servers(),
                                            new double[multipliers.length])
                                    .value()
                    ? 1
                    : 0;
            for (double disturbance : new double[] {1e-12, 1e-3, 1, 1e6}) {
                assertHolds(problem, program, excluded, disturbed(multipliers, disturbance), "seed " + seed);
            }
            double[] nonsense = multipliers.clone();
            nonsense[nonsense.length - 1] = seed % 2 == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
            assertHolds(problem, program, excluded, nonsense, "seed " + seed);
        }
        assertTrue(sharp > 200, "multipliers that raise the bound: " + sharp);
    }

    private static double[] solve(PlacementProblem problem, LinearProgram program, boolean[] excluded) {
        SolveContext context = new SolveContext(SolveRequest.of(problem));
        try (TimeBox time = new TimeBox(context)) {
            ScaledRelaxation relaxation = ScaledRelaxation.solve(program, excluded, time);
            assertTrue(relaxation.isSolved());
            return relaxation.multipliers();
        }
    }

    private double[] disturbed(double[] multipliers, double by) {
        double[] disturbed = multipliers.clone();
        for (int i = 0; i < disturbed.length; i++) {
            disturbed[i] += random.nextDouble(-by, by);
        }
        return disturbed;
    }

    /** Against every placement within the capacities, and the bound of a twin on a server against those that have it there. */
    private static double assertHolds(
            PlacementProblem problem, LinearProgram program, boolean[] excluded, double[] multipliers, String what) {
        DualBound bound = new DualBound(program, excluded, problem.twins(), problem.servers(), multipliers);
        int[] serverOf = new int[problem.twins()];
        int placements = (int) Math.pow(problem.servers(), problem.twins());
        for (int code = 0; code < placements; code++) {
            for (int m = 0, rest = code; m < serverOf.length; m++, rest /= problem.servers()) {
                serverOf[m] = rest % problem.servers();
            }
            if (NaiveCost.isFeasible(problem, serverOf)) {
                double cost = NaiveCost.cost(problem, serverOf);
                double rounding = 1e-13 * problem.costMagnitude();
                assertTrue(bound.value() <= cost + rounding, what);
                for (int m = 0; m < serverOf.length; m++) {
                    assertTrue(bound.value(m, serverOf[m]) <= cost + rounding, what);
                }
            }
        }
        return bound.value();
    }

    /** A twin, two servers: on the first it alone exceeds the capacity by half, at half the cost. */
    @Test
    void isTheValueOfTheLinearProgramAtItsMultipliers() {
        PlacementProblem problem = PlacementProblem.builder(1, 2)
                .cost(0, 0, 10)
                .cost(0, 1, 20)
                .demand(0, 0, 6)
                .capacity(0, 4)
                .build();
        LinearProgram program = Linearisation.of(problem);
        boolean[] excluded = new boolean[program.variables().size()];
        double[] multipliers = solve(problem, program, excluded);
        double expected = 10 * 4.0 / 6 + 20 * 2.0 / 6;
        assertEquals(expected, new DualBound(program, excluded, 1, 2, multipliers).value(), 1e-12);
        assertEquals(10, new DualBound(program, excluded, 1, 2, new double[multipliers.length]).value(), 1e-12);
    }
}
