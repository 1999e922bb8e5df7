package dev.twinplace.reports.chart;

/**
 * What a series looks like in every chart. Colour alone never tells series apart.
 *
 * @param colour name of a colour that each scheme has
 * @param symbol ECharts' name
 * @param isDashed whether lines are
 */
public record Look(String colour, String symbol, boolean isDashed) {}
