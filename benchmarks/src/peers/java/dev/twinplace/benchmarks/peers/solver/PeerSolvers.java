package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.Solvers;

/**
 * The peers by id beside our own catalogue, which does not list them: what is found on the class path must not depend on
 * the profile of the last build. Each starts from nothing, uses one thread, and proves nothing that we would rely on.
 */
public final class PeerSolvers {
    private PeerSolvers() {}

    /**
     * A new solver of this id, a peer or one of {@link Solvers}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PlacementSolver create(String id) {
        return switch (id) {
            case "scip" -> new ScipPeer();
            case "timefold" -> new TimefoldPeer();
            case "choco" -> new ChocoPeer();
            default -> Solvers.create(id);
        };
    }
}
