package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.heuristic.Opening;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;

/**
 * Finds good placements where capacities are tight and the problem is large: chains of moves through placements that exceed
 * capacities at a penalty, until the budget is spent.
 *
 * <p>Shifts, swaps and longer chains are one neighbourhood: a twin moves, ejects another one, and so on ({@link ChainMove}).
 * Penalties of overload fall and rise around local optima ({@link Oscillation}), and searches restart between elite placements
 * ({@link PathRelinking}). After Yagiura, Ibaraki and Glover, "An ejection chain approach for the generalized assignment
 * problem", INFORMS Journal on Computing 16 (2004), and "A path relinking approach with ejection chains for the generalized
 * assignment problem", European Journal of Operational Research 169 (2006). The departures: costs are reduced by prices of
 * capacities throughout ({@link PricedProblem}), so that neighbourhoods are scanned best first and cut by what a chain can
 * still gain; and penalties are adapted where a search is at work, not everywhere at once.
 *
 * <p>Begins with a placement of one greedy pass, which a greedy repair completes where the search cannot: it answers on any
 * budget. Contention is part of the cost of every move. A separable problem is solved by its cheapest servers. A node is a
 * search for chains that begin with one twin. Without a limit the search ends when restarts do not help. Proves nothing.
 *
 * <p>With a budget of time alone, all threads search independently and share elite placements. Otherwise one thread searches,
 * and the answer is a function of problem, budget, seed and start.
 */
public final class EjectionChainSolver implements PlacementSolver {
    /** Prices may take one part in so many of the time left. */
    private static final int SHARE_FOR_PRICES = 4;

    @Override
    public void solve(SolveContext context) {
        search(context);
    }

    /** As {@link #solve(SolveContext)}; returns how many moves of a twin to a server all threads have evaluated. */
    public long search(SolveContext context) {
        if (context.isSettled()) {
            return 0;
        }
        boolean hasContention = context.reduced().hasContention();
        if (!hasContention) {
            context.offer(context.separable().placement());
        }
        // without contention the search repairs overload sooner, and at less cost, than a greedy method
        long steps = hasContention ? Opening.place(context, context.meter()) : Opening.placeInOnePass(context);
        context.countNodes(steps);
        if (context.isOver(steps) || context.problem().servers() == 1) {
            Opening.placeGreedily(context);
            return 0;
        }
        PlacementProblem problem = context.reduced();
        int[] reference = context.hasIncumbent()
                ? context.incumbent()
                : context.separable().placement();
        long nanos = context.meter().nanosLeft() / SHARE_FOR_PRICES;
        BudgetMeter time = context.part("", Duration.ofNanos(nanos), 1).meter();
        PricedProblem priced =
                new PricedProblem(problem, reference, context.prices().of(problem.servers()), time);
        return new Searches(context, priced, steps).run();
    }
}
