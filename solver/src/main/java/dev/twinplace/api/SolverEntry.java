package dev.twinplace.api;

import java.util.function.Function;

/**
 * A solver that can be asked for by name.
 *
 * @param id for the command line, results and reports
 * @param guarantee what it promises, in a few words for people
 * @param factory makes one; whatever is costly to load is loaded here and not before
 */
public record SolverEntry(String id, String guarantee, Function<SolverOptions, PlacementSolver> factory) {}
