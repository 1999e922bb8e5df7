package dev.twinplace.reports.experiment.moves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against all sequences of all placements. */
class OfflinePlanTest {
    private static final int TWINS = 2;
    private static final int SERVERS = 3;
    private static final int HOURS = 3;
    private static final double TOLERANCE = 1e-9;

    /** Random hours; with capacities a twin may be too large for a server in one hour and not in the next. */
    private static List<PlacementProblem> hours(SplittableRandom random, boolean hasCapacities) {
        List<PlacementProblem> hours = new ArrayList<>();
        for (int t = 0; t < HOURS; t++) {
            PlacementProblemBuilder builder = PlacementProblem.builder(TWINS, SERVERS);
            for (int m = 0; m < TWINS; m++) {
                double demand = random.nextDouble(1, 3);
                for (int s = 0; s < SERVERS; s++) {
                    builder.cost(m, s, random.nextDouble(10));
                    builder.demand(m, s, demand);
                }
            }
            for (int s = 0; s < SERVERS - 1 && hasCapacities; s++) {
                builder.capacity(s, random.nextDouble(1.5, 5));
            }
            hours.add(builder.build());
        }
        return hours;
    }

    private static double cheapest(List<PlacementProblem> hours, double moveCost, int[] before, int hour) {
        if (hour == hours.size()) {
            return 0;
        }
        PlacementProblem problem = hours.get(hour);
        double best = Double.POSITIVE_INFINITY;
        for (int code = 0; code < SERVERS * SERVERS; code++) {
            int[] now = {code % SERVERS, code / SERVERS};
            if (!PlacementChecker.isFeasible(problem, now)) {
                continue;
            }
            double cost = new CostEvaluator(problem).cost(now);
            for (int m = 0; m < TWINS && before != null; m++) {
                cost += before[m] != now[m] && problem.fits(m, before[m]) ? moveCost : 0;
            }
            best = Math.min(best, cost + cheapest(hours, moveCost, now, hour + 1));
        }
        return best;
    }

    @Test
    void whereNothingCouplesTheTwinsTheBoundIsTheOptimum() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            List<PlacementProblem> hours = hours(random, false);
            double moveCost = random.nextDouble(4);
            double optimum = cheapest(hours, moveCost, null, 0);
            assertEquals(optimum, new OfflinePlan(hours, moveCost).bound(optimum, 1), TOLERANCE);
        }
    }

    @Test
    void withCapacitiesTheBoundHoldsAndPricesRaiseIt() {
        SplittableRandom random = new SplittableRandom(2);
        int raised = 0;
        int met = 0;
        for (int i = 0; i < 100; i++) {
            List<PlacementProblem> hours = hours(random, true);
            double moveCost = random.nextDouble(4);
            double optimum = cheapest(hours, moveCost, null, 0);
            double first = new OfflinePlan(hours, moveCost).bound(optimum, 1);
            double bound = new OfflinePlan(hours, moveCost).bound(optimum, 200);
            assertTrue(bound <= optimum + TOLERANCE, bound + " above " + optimum);
            raised += bound > first + TOLERANCE ? 1 : 0;
            met += bound >= optimum - 0.01 * optimum ? 1 : 0;
        }
        assertTrue(raised > 5, "raised " + raised);
        assertTrue(met > 60, "met " + met);
    }
}
