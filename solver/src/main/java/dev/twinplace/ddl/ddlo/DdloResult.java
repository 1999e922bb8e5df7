package dev.twinplace.ddl.ddlo;

/**
 * How an ensemble did on rows that it was not trained on.
 *
 * @param members K
 * @param meanRatio mean of optimal / achieved cost
 * @param hitRate share of rows with the optimal cost, within 1e-9: several decisions may have it
 */
public record DdloResult(int members, double meanRatio, double hitRate) {}
