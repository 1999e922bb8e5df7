package dev.twinplace.ddl.price;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our learned solver by id. */
public final class PriceSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(new SolverEntry(
                "ddl-price", "none: learned prices, a proven gap", Set.of("model", "polish"), PriceSolvers::create));
    }

    private static PlacementSolver create(Map<String, String> options) {
        String file = options.get("model");
        PriceModel model = file == null ? PriceModel.shipped() : PriceModel.read(Path.of(file));
        return new PriceSolver(model, Polish.of(options.getOrDefault("polish", Polish.LOCAL_SEARCH.toString())));
    }
}
