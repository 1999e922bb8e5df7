package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import java.util.List;

/** The catalogue entry of {@code ejection-chain}. */
public final class EjectionSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(new SolverEntry("ejection-chain", "none: chains of moves", EjectionChainSolver::new));
    }
}
