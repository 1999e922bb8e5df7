package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;

/** What is made of a peer's answer. */
final class PeerAnswers {
    private PeerAnswers() {}

    static SolveResult none(BudgetMeter meter) {
        return SolveResult.unknown(Double.NEGATIVE_INFINITY, 0, meter.elapsed());
    }

    /** Its placement without a bound, or nothing if it is over a capacity by more than we forgive. */
    static SolveResult of(PlacementProblem problem, int[] serverOf, BudgetMeter meter) {
        return PlacementChecker.isFeasible(problem, Placement.of(serverOf))
                ? SolveResult.of(problem, serverOf, Double.NEGATIVE_INFINITY, 0, meter.elapsed())
                : none(meter);
    }
}
