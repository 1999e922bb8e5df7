package dev.twinplace.api;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A solver that can be asked for by name.
 *
 * @param id for the command line, results and reports
 * @param guarantee what it promises, in a few words for people
 * @param options names of the options it takes
 * @param factory makes one from its options; what is costly to load is loaded here and not before
 */
public record SolverEntry(
        String id, String guarantee, Set<String> options, Function<Map<String, String>, PlacementSolver> factory) {
    /** A solver without options. */
    public SolverEntry(String id, String guarantee, Supplier<PlacementSolver> factory) {
        this(id, guarantee, Set.of(), none -> factory.get());
    }
}
