package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveContext;
import dev.twinplace.cost.IncrementalCost;

/**
 * The first incumbent of a solver that proves: local search, from the incumbent if there is one, otherwise from {@link
 * FeasibleGreedy}.
 */
public final class Opening {
    /** Twins × servers up to which local search is over so soon that nothing need be offered before. */
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
        boolean isFirst = !context.hasIncumbent();
        if (isFirst && isLarge(context)) {
            placeInOnePass(context);
        }
        IncrementalCost placement = new IncrementalCost(context.reduced());
        long steps = 0;
        if (!isFirst) {
            placement.reset(context.incumbent());
        } else {
            steps = Math.min(
                    new FeasibleGreedy(placement).placeAll(meter),
                    meter.budget().nodes());
            if (meter.isSpent(steps) || isLarge(context)) {
                offer(context, placement);
            }
        }
        if (placement.overload() == 0 && !meter.isSpent(steps)) {
            steps += new LocalSearch(placement).improve(meter, steps);
            offer(context, placement);
        }
        return steps;
    }

    /**
     * Offers the placement of {@link QuickGreedy}, which may be over a capacity, unless there is an incumbent: at any size the
     * soonest answer there is.
     *
     * @return twins placed, as far as the budget's nodes paid for them
     */
    public static long placeInOnePass(SolveContext context) {
        if (context.isSettled() || context.hasIncumbent()) {
            return 0;
        }
        IncrementalCost placement = new IncrementalCost(context.reduced());
        long placed = new QuickGreedy(placement).placeAll();
        offer(context, placement);
        return Math.min(placed, context.budget().nodes());
    }

    /** Offers a greedy placement alone, the soonest that is within the capacities, unless there is an incumbent. */
    public static void placeGreedily(SolveContext context) {
        if (isLarge(context)) {
            placeInOnePass(context);
        }
        if (!context.isSettled() && !context.hasIncumbent()) {
            IncrementalCost placement = new IncrementalCost(context.reduced());
            new FeasibleGreedy(placement).placeAll(context.meter().ofTimeAlone());
            offer(context, placement);
        }
    }

    private static void offer(SolveContext context, IncrementalCost placement) {
        int[] serverOf = new int[context.problem().twins()];
        placement.copyTo(serverOf);
        context.offer(serverOf);
    }

    /** Whether a placement of one pass is worth offering before a better one is there. */
    public static boolean isLarge(SolveContext context) {
        return (long) context.problem().twins() * context.problem().servers() > MAX_SMALL_CELLS;
    }
}
