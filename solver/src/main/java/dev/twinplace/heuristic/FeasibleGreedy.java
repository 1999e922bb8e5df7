package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.SeparableRelaxation;

/**
 * A first placement on any budget: by {@link RegretGreedy}, or without the time for that by {@link QuickGreedy}, and
 * {@link OverloadRepair} where that exceeds a capacity.
 *
 * <p>Where regret greedy exceeds a capacity, capacities are so tight that its early choices are often bad ones. Then the
 * placement of each twin on its cheapest server is repaired too, and the cheaper outcome counts. On the published instances of
 * types c, d and e, where costs and demands are opposed, that is the better start.
 */
public final class FeasibleGreedy {
    private final IncrementalCost placement;
    private final RegretGreedy greedy;
    private OverloadRepair repair; // only where it is needed
    private long steps;

    public FeasibleGreedy(IncrementalCost placement) {
        this.placement = placement;
        greedy = new RegretGreedy(placement);
    }

    /**
     * Places all unplaced twins and repairs the outcome, for which those placed before may move.
     *
     * @param meter its nodes end the placing by regret only; its time ends repairs too, but not at once, see {@link OverloadRepair}
     * @return twins placed, and moves and swaps made
     */
    public long placeAll(BudgetMeter meter) {
        steps = greedy.placeAll(meter);
        if (placement.overload() > 0) {
            boolean feasible = repair(meter);
            if (!meter.ofTimeAlone().isSpent(0)) {
                repairFromCheapest(meter, feasible);
            }
        }
        return steps;
    }

    private boolean repair(BudgetMeter meter) {
        if (repair == null) {
            repair = new OverloadRepair(placement);
        }
        boolean feasible = repair.repair(meter);
        steps += repair.steps();
        return feasible;
    }

    /** Leaves the placement unchanged where that is feasible and no more expensive. */
    private void repairFromCheapest(BudgetMeter meter, boolean feasibleBefore) {
        int[] before = new int[placement.problem().twins()];
        placement.copyTo(before);
        double costBefore = feasibleBefore ? placement.cost() : Double.POSITIVE_INFINITY;
        double overloadBefore = placement.overload();
        placement.reset(new SeparableRelaxation(placement.problem()).placement());
        boolean better = repair(meter) ? placement.cost() < costBefore : placement.overload() < overloadBefore;
        if (!better) {
            placement.reset(before);
        }
    }
}
