package dev.twinplace.cli;

import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.Solvers;
import dev.twinplace.ddl.price.Polish;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** The options of learned solvers as command-line options of their own. */
final class LearnedOptions {
    private LearnedOptions() {}

    /**
     * A solver with these options; null where one is not given. A last step is for the solvers that have one.
     *
     * @param solver id, with or without options
     */
    static SolverSpec spec(CommandSpec command, String solver, String model, Polish polish) {
        SolverSpec spec = Usage.valid(command, () -> SolverSpec.parse(solver));
        Set<String> options =
                Usage.valid(command, () -> Solvers.entry(spec.id())).options();
        Usage.require(
                command,
                model == null || options.contains("model"),
                "--model: must be used with a learned solver, but " + spec.id() + " takes none");
        SolverSpec withModel =
                model == null ? spec : spec.with("model", Streams.path(model).toString());
        if (polish == null || !options.contains("polish")) {
            return withModel;
        }
        return polish == Polish.LOCAL_SEARCH // the default: one thing has one name
                ? withModel.without("polish")
                : withModel.with("polish", polish.toString());
    }
}
