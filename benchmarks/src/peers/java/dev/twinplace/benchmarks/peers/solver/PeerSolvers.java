package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import java.util.List;

/** The peers by id. Each starts from nothing, uses one thread, and proves nothing that we would rely on. */
public final class PeerSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(
                new SolverEntry("scip", "none relied on; OR-Tools", options -> new ScipPeer()),
                new SolverEntry("timefold", "none; local search", options -> new TimefoldPeer()),
                new SolverEntry("choco", "none relied on; constraint programming", options -> new ChocoPeer()));
    }
}
