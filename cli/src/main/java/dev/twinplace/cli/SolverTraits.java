package dev.twinplace.cli;

import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.Solvers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Which options have an effect on which solvers. An option that has none is never dropped without a word. */
final class SolverTraits {
    /** Draw. */
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
    static List<String> warnings(CommandSpec spec, Collection<String> solvers, String... options) {
        List<String> warnings = new ArrayList<>();
        for (String option : options) {
            boolean isGiven = spec.commandLine().getParseResult().hasMatchedOption(option);
            if (isGiven && Collections.disjoint(solvers, readersOf(option))) {
                warnings.add(option + ": has no effect on " + String.join(", ", solvers));
            }
        }
        return warnings;
    }

    private static Set<String> readersOf(String option) {
        return switch (option) {
            case "--polish" ->
                Solvers.all().stream()
                        .filter(entry -> entry.options().contains("polish"))
                        .map(SolverEntry::id)
                        .collect(Collectors.toSet());
            case "--seed" -> RANDOMISED;
            case "--threads" -> PARALLEL;
            default -> throw new IllegalArgumentException(option);
        };
    }
}
