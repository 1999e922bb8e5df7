package dev.twinplace.api;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;
import java.time.Duration;

/** Results with a bound, nodes and a time of a test's choice, which no solve has. */
public final class MadeResult {
    private MadeResult() {}

    /** A result whose cost and status are those of the placement and the bound. */
    public static SolveResult of(
            PlacementProblem problem, int[] serverOf, double lowerBound, long nodes, Duration elapsed) {
        double cost = new CostEvaluator(problem).cost(serverOf);
        ReducedProblem reduced = ReducedProblem.of(problem);
        double excess = new CostEvaluator(reduced.problem()).cost(serverOf);
        boolean proven = Optimality.of(reduced).isProven(excess, reduced.excessBelow(lowerBound));
        return SolveResult.measured(serverOf, cost, lowerBound, proven, nodes, elapsed);
    }
}
