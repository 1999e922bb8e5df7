package dev.twinplace.decision.replan;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.decision.replan.PricedSolves.Plan;
import dev.twinplace.problem.PlacementProblem;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Branch and bound over how many moves each row makes. A part's bound is that of a price on moves: for every price p ≥ 0, the
 * least of cost + p·moves, less p·K, is at most the cost of any placement with at most K moves. The part with the least bound
 * comes first; it is split by a row that makes moves in its cheapest placement, of which there are too many. Without proofs
 * from the solver only the first part is tried.
 */
final class MoveLimitSearch {
    private final PricedSolves solves;
    private final MoveLimit limit;
    private final SolveContext context;
    private final PlacementProblem problem;
    private final PriorityQueue<MoveRanges> open = new PriorityQueue<>(Comparator.comparingDouble(MoveRanges::bound));

    MoveLimitSearch(PlacementSolver solver, MoveLimit limit, SolveContext context) {
        this.limit = limit;
        this.context = context;
        problem = context.problem();
        solves = new PricedSolves(solver, limit, context);
    }

    void run() {
        if (context.isSettled()) {
            return;
        }
        MoveRanges.all(problem, limit).ifPresent(open::add);
        boolean proving = true;
        while (proving && !isFinished() && !solves.isOver()) {
            proving = work(open.poll());
        }
        context.countNodes(solves.nodes());
        if (!isFinished()) {
            context.raiseCostBound(open.peek().bound());
        } else if (context.hasIncumbent()) {
            context.proveIncumbent();
        } else {
            context.proveInfeasible();
        }
    }

    private boolean isFinished() {
        return open.isEmpty() || solves.isPruned(open.peek());
    }

    /** Closes or splits a part; false if the solver does not prove enough for that. */
    private boolean work(MoveRanges part) {
        MovePriceSearch search =
                new MovePriceSearch(solves, limit, part, 4 * problem.costMagnitude() + Double.MIN_NORMAL);
        search.run();
        if (search.isSolved() || solves.isPruned(part)) {
            return true;
        }
        if (!search.isProving() || search.excessive() == null) {
            open.add(part);
            return false;
        }
        split(part, search.excessive(), search.allowed());
        return true;
    }

    /** By the row that has most to lose of those that make fewer moves in a placement that the limit allows. */
    private void split(MoveRanges part, Plan excessive, Plan allowed) {
        int row = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < problem.twins(); u++) {
            if (limit.of(u, excessive.columnOf(u)) > fewest(part, allowed, u)) {
                double gain = stayCost(part, u) - problem.cost(u, excessive.columnOf(u));
                row = gain > most ? u : row;
                most = Math.max(gain, most);
            }
        }
        int fewer = fewest(part, allowed, row);
        part.with(row, part.least(row), fewer).ifPresent(open::add);
        part.with(row, fewer + 1, part.most(row)).ifPresent(open::add);
    }

    private int fewest(MoveRanges part, Plan allowed, int row) {
        return allowed == null ? part.least(row) : Math.max(part.least(row), limit.of(row, allowed.columnOf(row)));
    }

    /** What a row costs, without contention, on the cheapest column on which it makes the fewest moves. */
    private double stayCost(MoveRanges part, int row) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            boolean stays = limit.of(row, s) == part.least(row) && problem.fits(row, s);
            least = stays ? Math.min(least, problem.cost(row, s)) : least;
        }
        return least;
    }
}
