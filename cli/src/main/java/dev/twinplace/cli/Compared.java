package dev.twinplace.cli;

import dev.twinplace.reports.experiment.SolverComparison;
import java.util.OptionalLong;

/**
 * A comparison as it is told.
 *
 * @param title what was compared on: a file, or what was drawn
 * @param firstSeed of the first problem, if problems were drawn
 * @param result what came out
 */
record Compared(String title, OptionalLong firstSeed, SolverComparison.Result result) {}
