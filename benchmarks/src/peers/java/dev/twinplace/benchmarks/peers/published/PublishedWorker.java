package dev.twinplace.benchmarks.peers.published;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.benchmarks.peers.contest.PeerTaskWorker;
import dev.twinplace.benchmarks.peers.solver.PeerSolvers;
import java.io.IOException;
import java.nio.file.Path;

/** The process of one solver on published instances: takes its id, the folder of the instances, and how many threads it may use. */
final class PublishedWorker {
    private PublishedWorker() {}

    public static void main(String[] arguments) throws IOException {
        PlacementSolver solver = new OnThreads(PeerSolvers.create(arguments[0]), Integer.parseInt(arguments[2]));
        PeerTaskWorker.serve(solver, new PublishedProblems(Path.of(arguments[1])));
    }

    /** A solver on more threads than it is asked to use. */
    private record OnThreads(PlacementSolver solver, int threads) implements PlacementSolver {
        @Override
        public void solve(SolveContext context) {
            solver.solve(context);
        }

        @Override
        public SolveResult solve(SolveRequest request) {
            return solver.solve(request.withThreads(threads));
        }
    }
}
