package dev.twinplace.cli;

import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.Solvers;
import dev.twinplace.ddl.pair.Polish;

/** The options of learned solvers as command-line options of their own. */
final class LearnedOptions {
    private LearnedOptions() {}

    /** A solver with those of these options that it takes; null where one is not given. */
    static SolverSpec spec(String solver, String model, Polish polish) {
        SolverSpec spec = SolverSpec.parse(solver);
        if (model != null) {
            spec = spec.with("model", Streams.path(model).toString());
        }
        boolean polishes = Solvers.entry(spec.id()).options().contains("polish");
        return polishes && polish != null ? spec.with("polish", polish.toString()) : spec;
    }
}
