package dev.twinplace.exact.enumeration;

import dev.twinplace.problem.PlacementProblem;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * The optimum by recursion over all placements in exact arithmetic: every {@code double} is taken for the number that it
 * is. Loads count as within capacity up to {@link PlacementProblem#loadLimit}. For a few hundred placements.
 */
final class ExactTruth {
    private final PlacementProblem problem;
    private final int[] serverOf;
    private final BigDecimal[][] cost;
    private final BigDecimal[][] demand;
    private final BigDecimal[] load;
    private BigDecimal optimum;

    private ExactTruth(PlacementProblem problem) {
        this.problem = problem;
        serverOf = new int[problem.twins()];
        cost = new BigDecimal[problem.twins()][problem.servers()];
        demand = new BigDecimal[problem.twins()][problem.servers()];
        load = new BigDecimal[problem.servers()];
        Arrays.fill(load, BigDecimal.ZERO);
        for (int m = 0; m < cost.length; m++) {
            for (int s = 0; s < load.length; s++) {
                cost[m][s] = new BigDecimal(problem.cost(m, s));
                demand[m][s] = new BigDecimal(problem.demand(m, s));
            }
        }
    }

    static ExactTruth of(PlacementProblem problem) {
        ExactTruth truth = new ExactTruth(problem);
        truth.place(0, BigDecimal.ZERO);
        return truth;
    }

    private void place(int twin, BigDecimal costs) {
        if (twin == serverOf.length) {
            BigDecimal total = costs.add(contention(problem, serverOf));
            optimum = optimum == null ? total : optimum.min(total);
            return;
        }
        for (int s = 0; s < load.length; s++) {
            BigDecimal before = load[s];
            load[s] = before.add(demand[twin][s]);
            if (isWithin(load[s], problem.loadLimit(s))) {
                serverOf[twin] = s;
                place(twin + 1, costs.add(cost[twin][s]));
            }
            load[s] = before;
        }
    }

    private static boolean isWithin(BigDecimal load, double limit) {
        return limit == Double.POSITIVE_INFINITY || load.compareTo(new BigDecimal(limit)) <= 0;
    }

    boolean isFeasible() {
        return optimum != null;
    }

    /** Of a feasible problem. */
    BigDecimal optimum() {
        return optimum;
    }

    /** What the optimum costs beyond the cheapest server of each twin on its own. */
    BigDecimal excess() {
        BigDecimal excess = optimum;
        for (int m = 0; m < serverOf.length; m++) {
            double least = Double.POSITIVE_INFINITY;
            for (int s = 0; s < load.length; s++) {
                least = problem.fits(m, s) ? Math.min(least, problem.cost(m, s)) : least;
            }
            excess = excess.subtract(new BigDecimal(least));
        }
        return excess;
    }

    /** Σ_m cost[m][s_m] + Σ_s contention[s]·Σ weight·Σ work, exactly. */
    static BigDecimal cost(PlacementProblem problem, int[] serverOf) {
        BigDecimal cost = contention(problem, serverOf);
        for (int m = 0; m < serverOf.length; m++) {
            cost = cost.add(new BigDecimal(problem.cost(m, serverOf[m])));
        }
        return cost;
    }

    private static BigDecimal contention(PlacementProblem problem, int[] serverOf) {
        BigDecimal cost = BigDecimal.ZERO;
        for (int s = 0; s < problem.servers() && problem.hasContention(); s++) {
            BigDecimal weight = BigDecimal.ZERO;
            BigDecimal work = BigDecimal.ZERO;
            for (int m = 0; m < serverOf.length; m++) {
                if (serverOf[m] == s) {
                    weight = weight.add(new BigDecimal(problem.weight(m)));
                    work = work.add(new BigDecimal(problem.work(m)));
                }
            }
            cost = cost.add(
                    new BigDecimal(problem.contention(s)).multiply(weight).multiply(work));
        }
        return cost;
    }
}
