package dev.twinplace.cli;

import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.Solvers;
import dev.twinplace.ddl.price.Polish;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Which options have an effect on which solvers. An option that has none is never dropped without a word. */
final class SolverTraits {
    /** Draw, with any options. */
    static final Set<String> RANDOMISED =
            Set.of("auto", "random", "ejection-chain", "lagrangian", "column-generation", "cp-sat");
    /** Use more than one thread. */
    static final Set<String> PARALLEL =
            Set.of("auto", "branch-and-bound", "cp-sat", "ejection-chain", "enumeration", "lagrangian");

    private SolverTraits() {}

    /**
     * A line for every option that was given and has no effect on any of these solvers.
     *
     * @param options those to look at, of {@code --polish}, {@code --seed} and {@code --threads}
     */
    static List<String> warnings(CommandSpec spec, Collection<SolverSpec> solvers, String... options) {
        List<String> warnings = new ArrayList<>();
        for (String option : options) {
            boolean isGiven = spec.commandLine().getParseResult().hasMatchedOption(option);
            if (isGiven && solvers.stream().noneMatch(solver -> reads(solver, option))) {
                warnings.add(option + ": has no effect on "
                        + solvers.stream().map(SolverSpec::id).collect(Collectors.joining(", ")));
            }
        }
        return warnings;
    }

    private static boolean reads(SolverSpec solver, String option) {
        return switch (option) {
            case "--polish" -> Solvers.entry(solver.id()).options().contains("polish");
            case "--seed" ->
                RANDOMISED.contains(solver.id())
                        || Polish.ITERATED.toString().equals(solver.options().get("polish"));
            case "--threads" -> PARALLEL.contains(solver.id());
            default -> throw new IllegalArgumentException(option);
        };
    }
}
