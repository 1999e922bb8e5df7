package dev.twinplace.decision.replan;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;

/**
 * Any solver under a limit on moves. The limit is relaxed: each move has a price, which makes it a problem as any other, and
 * what the moves of the limit would cost at that price is taken off its bound. With a solver that proves optima the answer is
 * optimal: where prices leave a gap, {@link MoveLimitSearch} splits the placements by the moves of a twin. With any other, it
 * is the best placement that prices and the repair of placements with too many moves lead to, and the bound is valid.
 */
public final class MoveLimitSolver implements PlacementSolver {
    private final PlacementSolver solver;
    private final MoveLimit limit;

    /** Keeps its arguments. The limit is on placements of the problem that is to be solved. */
    public MoveLimitSolver(PlacementSolver solver, MoveLimit limit) {
        this.solver = solver;
        this.limit = limit;
    }

    /** A start placement in the context must be one that the limit allows. */
    @Override
    public void solve(SolveContext context) {
        new MoveLimitSearch(solver, limit, context).run();
    }
}
