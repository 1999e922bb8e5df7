package dev.twinplace.exact;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;

/** A solver that uses a number of threads. */
public final class OnThreads {
    private OnThreads() {}

    public static PlacementSolver of(int threads, PlacementSolver solver) {
        return new PlacementSolver() {
            @Override
            public void solve(SolveContext context) {
                solver.solve(context);
            }

            @Override
            public SolveResult solve(SolveRequest request) {
                return solver.solve(request.withThreads(threads));
            }
        };
    }
}
