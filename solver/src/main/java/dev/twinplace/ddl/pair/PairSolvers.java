package dev.twinplace.ddl.pair;

import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.SolverOptions;
import java.util.List;

/** Our learned solver by id. */
public final class PairSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(new SolverEntry("ddl-pair", "none: learned prices, a proven gap", PairSolvers::create));
    }

    private static PairSolver create(SolverOptions options) {
        return new PairSolver(options.model().map(PairModel::read).orElseGet(PairModel::shipped), options.polish());
    }
}
