package dev.twinplace.ddl.paper;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ddl-paper} by its id. */
public final class PaperSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(
                new SolverEntry("ddl-paper", "none: the paper's Algorithm 1", Set.of("model"), PaperSolvers::create));
    }

    private static PlacementSolver create(Map<String, String> options) {
        String file = options.get("model");
        return new PaperSolver(file == null ? PaperModel.shipped() : PaperModel.read(Path.of(file)));
    }
}
