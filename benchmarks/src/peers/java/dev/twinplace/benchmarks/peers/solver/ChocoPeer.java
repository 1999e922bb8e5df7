package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.problem.PlacementProblem;
import org.chocosolver.solver.Solver;

/** Constraint programming with Choco: the {@link ChocoModel}, improved solution by solution until the search is complete. */
final class ChocoPeer implements PlacementSolver {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        BudgetMeter meter = budget.start();
        ChocoModel model = new ChocoModel(problem, seed);
        if (meter.isSpent(0)) {
            return PeerAnswers.none(meter);
        }
        Solver solver = model.solver();
        if (budget.nanos() != Long.MAX_VALUE) {
            long left = budget.nanos() - meter.elapsed().toNanos();
            solver.limitTime(Math.max(1, left / NANOS_PER_MILLI));
        }
        int[] best = null;
        while (solver.solve()) {
            best = model.placement();
        }
        return best == null ? PeerAnswers.none(meter) : PeerAnswers.of(problem, best, meter);
    }
}
