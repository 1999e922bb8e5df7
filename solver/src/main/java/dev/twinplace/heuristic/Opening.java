package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveContext;
import dev.twinplace.cost.IncrementalCost;

/**
 * The first incumbent of a solver that proves: local search, from the incumbent if there is one, otherwise from {@link
 * FeasibleGreedy}.
 */
public final class Opening {
    /** Twins × servers up to which local search is over so soon that the greedy placement need not be offered before. */
    private static final long MAX_SMALL_CELLS = 5_000;

    private Opening() {}

    /**
     * Offers a placement, and what local search makes of it.
     *
     * @param meter ends local search; the first placement is made in any case
     * @return twins placed, and moves and swaps made, as far as the meter's nodes paid for them
     */
    public static long place(SolveContext context, BudgetMeter meter) {
        if (context.isSettled()) {
            return 0;
        }
        IncrementalCost placement = new IncrementalCost(context.reduced());
        int[] serverOf = new int[context.problem().twins()];
        long steps = 0;
        if (context.hasIncumbent()) {
            placement.reset(context.incumbent());
        } else {
            steps = Math.min(
                    new FeasibleGreedy(placement).placeAll(meter),
                    meter.budget().nodes());
            if (meter.isSpent(steps) || isLarge(context)) {
                placement.copyTo(serverOf);
                context.offer(serverOf);
            }
        }
        if (placement.overload() > 0 || meter.isSpent(steps)) {
            return steps;
        }
        steps += new LocalSearch(placement).improve(meter, steps);
        placement.copyTo(serverOf);
        context.offer(serverOf);
        return steps;
    }

    private static boolean isLarge(SolveContext context) {
        return (long) context.problem().twins() * context.problem().servers() > MAX_SMALL_CELLS;
    }
}
