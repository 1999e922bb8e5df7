package dev.twinplace.reports.chart;

/**
 * What a series looks like in every chart, whatever stands beside it: nothing is told by colour alone.
 *
 * @param colour name of a colour that each scheme has
 * @param symbol ECharts' name
 * @param isDashed whether lines are
 */
public record Look(String colour, String symbol, boolean isDashed) {}
