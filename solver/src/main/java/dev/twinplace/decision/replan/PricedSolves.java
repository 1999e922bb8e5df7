package dev.twinplace.decision.replan;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.Optional;

/** Solves of parts at prices for a solve under a limit on moves, which gets the placements that the limit allows. */
final class PricedSolves {
    /** Each solve may take this part of the time that is left. */
    private static final int PARTS_OF_TIME = 2;

    /** Relative to the largest cost: a price times moves, its sum with a cost, and the bound are each rounded. */
    private static final double ROUNDING = 4 * 0x1p-53;

    private final PlacementSolver solver;
    private final MoveLimit limit;
    private final SolveContext context;
    private final CostEvaluator evaluator;
    private final MoveRepair repair;
    private long nodes;

    PricedSolves(PlacementSolver solver, MoveLimit limit, SolveContext context) {
        this.solver = solver;
        this.limit = limit;
        this.context = context;
        evaluator = new CostEvaluator(context.problem());
        repair = new MoveRepair(context.problem(), limit);
    }

    /** A placement with its cost, without prices, and its moves. */
    record Plan(Placement placement, double cost, int moves) {
        int columnOf(int row) {
            return placement.serverOf(row);
        }

        double at(double price) {
            return cost + price * moves;
        }
    }

    /**
     * What a solve found.
     *
     * @param result of the solver, for the problem with prices
     * @param bound at most the cost of any placement of the part that the limit allows
     * @param plan the placement, if there is one
     */
    record Priced(SolveResult result, double bound, Optional<Plan> plan) {}

    /** Solves a part at a price, and offers what it finds, repaired where it makes too many moves. */
    Priced solve(MoveRanges part, double price) {
        PlacementProblem priced = part.priced(price);
        SolveRequest request = SolveRequest.of(priced)
                .withBudget(share())
                .withSeed(context.seed())
                .withThreads(context.threads())
                .withCancellation(context.cancellation());
        if (context.hasIncumbent()) {
            request = request.withStart(Placement.of(context.incumbent()));
        }
        SolveResult result = solver.solve(request);
        nodes += result.nodes();
        double rounding = price == 0 ? 0 : ROUNDING * priced.costMagnitude();
        double bound = result.lowerBound() - price * limit.max() - rounding;
        Optional<Plan> plan = result.placement().map(this::plan);
        plan.ifPresent(this::offer);
        return new Priced(result, bound, plan);
    }

    private Budget share() {
        Budget whole = context.budget();
        long left = context.meter().nanosLeft();
        return new Budget(
                left == Long.MAX_VALUE ? left : left / PARTS_OF_TIME,
                whole.nodes() == Long.MAX_VALUE ? whole.nodes() : Math.max(0, whole.nodes() - nodes));
    }

    private Plan plan(Placement placement) {
        int[] columnOf = placement.toArray();
        return new Plan(placement, evaluator.cost(columnOf), limit.total(columnOf));
    }

    private void offer(Plan plan) {
        if (plan.moves() <= limit.max()) {
            context.offer(plan.placement().toArray());
        } else {
            repair.repaired(plan.placement().toArray()).ifPresent(context::offer);
        }
    }

    /** The incumbent. */
    Optional<Plan> incumbent() {
        return context.hasIncumbent() ? Optional.of(plan(Placement.of(context.incumbent()))) : Optional.empty();
    }

    /** Whether no placement of a part is better than the incumbent: for one, if it has none, for no cost is so large. */
    boolean isPruned(MoveRanges part) {
        return part.bound() > 2 * context.problem().costMagnitude()
                || (context.hasIncumbent()
                        && context.reduction().excessBelow(part.bound())
                                >= context.optimality().cutoff(context.excess()));
    }

    boolean isOver() {
        return context.isOver(nodes);
    }

    /** Steps of all solves. */
    long nodes() {
        return nodes;
    }
}
