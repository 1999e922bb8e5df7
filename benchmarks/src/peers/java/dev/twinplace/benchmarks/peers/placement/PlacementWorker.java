package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.benchmarks.peers.contest.PeerTaskWorker;
import dev.twinplace.benchmarks.peers.solver.PeerSolvers;
import java.io.IOException;

/** The process of one solver, whose id it takes, on drawn problems. */
final class PlacementWorker {
    private PlacementWorker() {}

    public static void main(String[] arguments) throws IOException {
        PeerTaskWorker.serve(PeerSolvers.create(arguments[0]), new DrawnProblems());
    }
}
