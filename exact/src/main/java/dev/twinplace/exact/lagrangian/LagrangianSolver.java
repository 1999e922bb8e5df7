package dev.twinplace.exact.lagrangian;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveThread;
import dev.twinplace.exact.bound.ManyAlike;
import dev.twinplace.heuristic.Opening;

/**
 * Finds a placement of any size and proves how far from the optimum it can be at most.
 *
 * <p>Prices of servers climb until that no longer pays; from there prices of twins climb to a higher bound, on the servers
 * that the gap has not excluded. Rows of side constraints have prices in both. On the way relaxed solutions are completed to placements. Between climbs, and once they no
 * longer pay, parts of the incumbent are solved to improve it. Goes on until the budget is spent or the gap closed; without a
 * budget, for a few rounds of both.
 *
 * <p>A node is an evaluation of a relaxation, or a node of the search of a part. Deterministic, unless time ends it. Given
 * more than one thread and no limit of nodes, parts are solved on a second one meanwhile, and the answer depends on timing.
 */
public final class LagrangianSolver implements PlacementSolver {
    private static final int PARTS_PER_ROUND = 20;
    private static final int MAX_IDLE_ROUNDS = 2;

    /** Without a budget. */
    private static final int MAX_ROUNDS = 3;

    private final boolean improves;

    public LagrangianSolver() {
        this(true);
    }

    private LagrangianSolver(boolean improves) {
        this.improves = improves;
    }

    /** Climbs and rounds, and ends once climbing no longer pays: for a caller that has other use for the time. */
    public static LagrangianSolver untilClimbsEnd() {
        return new LagrangianSolver(false);
    }

    @Override
    public void solve(SolveContext context) {
        ManyAlike.settle(context);
        Opening.placeGreedily(context); // the subgradient method needs a target
        if (context.isOver(0)) {
            return;
        }
        PriceSearch prices = new PriceSearch(context);
        prices.climbServerPrices();
        if (prices.reducedCosts() != null && !context.isOver(prices.nodes())) {
            if (!improves) {
                climb(prices);
            } else if (context.threads() > 1 && context.budget().nodes() == Long.MAX_VALUE) {
                goOnWithSecondThread(context, prices);
            } else {
                goOn(context, prices);
            }
        }
        context.countNodes(prices.nodes());
    }

    private static void climb(PriceSearch prices) {
        while (prices.climbTwinPrices()) {} // as long as it pays
    }

    /** Climbs and solves parts by turns. */
    private static void goOn(SolveContext context, PriceSearch prices) {
        NeighbourhoodSearch parts = new NeighbourhoodSearch(context, context.seed());
        int maxRounds = context.budget().isUnlimited() ? MAX_ROUNDS : Integer.MAX_VALUE;
        int idle = 0;
        for (int round = 0; round < maxRounds && !context.isOver(prices.nodes() + parts.nodes()); round++) {
            if (idle >= MAX_IDLE_ROUNDS && parts.isExhausted()) {
                break;
            }
            double gap = context.excess() - context.lowerBound();
            prices.climbTwinPrices(parts.nodes());
            parts.search(prices.reducedCosts(), PARTS_PER_ROUND, prices.nodes());
            idle = context.excess() - context.lowerBound() < gap ? 0 : idle + 1;
        }
        context.countNodes(parts.nodes());
    }

    private static void goOnWithSecondThread(SolveContext context, PriceSearch prices) {
        SolveThread<Long> second = SolveThread.start(context, "lagrangian", () -> {
            NeighbourhoodSearch parts = new NeighbourhoodSearch(context, ~context.seed());
            while (!context.isOver(0) && !parts.isExhausted()) {
                parts.search(prices.reducedCosts(), 1, 0);
            }
            return parts.nodes();
        });
        goOn(context, prices);
        context.countNodes(second.await());
    }
}
