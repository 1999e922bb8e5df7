package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import java.util.Optional;

/**
 * The peers by id beside our own catalogue, which does not list them: what is found on the class path must not depend on
 * the profile of the last build. Each starts from nothing; SCIP, Timefold and Choco use one thread. Their bounds hold within a tolerance, if they have any.
 */
public final class PeerSolvers {
    private PeerSolvers() {}

    /** Why there is no solver of this id here; empty if there is one. */
    public static Optional<String> obstacle(String id) {
        try {
            create(id);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * A new solver of this id, a peer or one of {@link Solvers}.
     *
     * @throws IllegalArgumentException if there is none
     * @throws UnsupportedProblemException if its native code is not here
     */
    public static PlacementSolver create(String id) {
        return switch (id) {
            case "scip" -> new ScipPeer();
            case "highs" -> new HighsPeer();
            case "timefold" -> new TimefoldPeer();
            case "choco" -> new ChocoPeer();
            default -> Solvers.create(id);
        };
    }
}
