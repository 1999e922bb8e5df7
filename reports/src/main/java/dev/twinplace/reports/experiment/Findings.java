package dev.twinplace.reports.experiment;

import dev.twinplace.reports.result.Table;
import java.util.List;

/**
 * What came out of an experiment.
 *
 * @param seeds of all that was drawn
 * @param notes short sentences: limits, readings of lines that the paper leaves open
 * @param tables the figures
 */
public record Findings(List<Long> seeds, List<String> notes, List<Table> tables) {}
