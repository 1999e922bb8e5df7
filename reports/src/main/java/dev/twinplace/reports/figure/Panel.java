package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Chart;

/**
 * A chart among others of the same kind.
 *
 * @param caption what makes it different from the others; empty if it is the only one
 * @param chart to draw
 */
public record Panel(String caption, Chart chart) {}
