package dev.twinplace.exact.bound;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;

/** What one more unit of each server's capacity is worth: the multipliers of the capacities in the bound of server prices. */
public final class CapacityMultipliers {
    private static final int STEPS = 500;

    private CapacityMultipliers() {}

    /**
     * The multipliers, from {@link ServerPriceSubgradient} with a placement's cost as its target. O(M·R) a step, a constant
     * number of steps. They are those of a relaxation that splits twins, and approximate where several are best.
     *
     * @return not negative, by server; 0 where the capacity is infinite or never short
     */
    public static double[] of(PlacementProblem problem, Placement placement) {
        PlacementProblem reduced = ReducedProblem.of(problem).problem();
        ServerPriceSubgradient prices = new ServerPriceSubgradient(reduced);
        prices.climb(STEPS, new CostEvaluator(reduced).cost(placement.toArray()), () -> true);
        return prices.relaxation().demandPrices().clone();
    }
}
