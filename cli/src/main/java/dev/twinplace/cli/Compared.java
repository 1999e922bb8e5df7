package dev.twinplace.cli;

import dev.twinplace.reports.experiment.Comparison;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;

/**
 * A comparison as it is told.
 *
 * @param title what was compared on: a file, or what was drawn
 * @param firstSeed of the first problem of each group, if problems were drawn
 * @param userCost what the user calls cost, given an objective that is minimised
 * @param result what came out
 */
record Compared(String title, OptionalLong firstSeed, DoubleUnaryOperator userCost, Comparison.Result result) {}
