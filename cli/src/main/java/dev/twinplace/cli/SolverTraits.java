package dev.twinplace.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Which options have an effect on which solvers. An option that has none is never dropped without a word. */
final class SolverTraits {
    /** Take a model. */
    static final Set<String> LEARNED = Set.of("ddl-paper", "ddl-pair");
    /** Take a last step. */
    static final Set<String> POLISHED = Set.of("ddl-pair");
    /** Draw. */
    static final Set<String> RANDOMISED = Set.of("random", "cp-sat");
    /** Use more than one thread. */
    static final Set<String> PARALLEL = Set.of("branch-and-bound", "cp-sat", "enumeration");

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
            case "--polish" -> POLISHED;
            case "--seed" -> RANDOMISED;
            case "--threads" -> PARALLEL;
            default -> throw new IllegalArgumentException(option);
        };
    }
}
