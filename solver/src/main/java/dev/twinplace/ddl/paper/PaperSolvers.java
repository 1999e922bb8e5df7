package dev.twinplace.ddl.paper;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.SolverOptions;
import java.util.List;

/** {@code ddl-paper} by its id. */
public final class PaperSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(new SolverEntry("ddl-paper", "none: the paper's Algorithm 1", PaperSolvers::create));
    }

    private static PlacementSolver create(SolverOptions options) {
        return new PaperSolver(options.model().map(PaperModel::read).orElseGet(PaperModel::shipped));
    }
}
