package dev.twinplace.ddl.pair;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our learned solver by id. */
public final class PairSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(new SolverEntry(
                "ddl-pair", "none: learned prices, a proven gap", Set.of("model", "polish"), PairSolvers::create));
    }

    private static PlacementSolver create(Map<String, String> options) {
        String file = options.get("model");
        PairModel model = file == null ? PairModel.shipped() : PairModel.read(Path.of(file));
        return new PairSolver(model, Polish.of(options.getOrDefault("polish", Polish.LOCAL_SEARCH.toString())));
    }
}
