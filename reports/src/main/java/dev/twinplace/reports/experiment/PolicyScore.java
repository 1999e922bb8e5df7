package dev.twinplace.reports.experiment;

/**
 * How an ensemble did on problems that it has not seen, against the proven optimum, and how much its members still differ.
 *
 * @param problems how many it was given
 * @param answered on how many it found a placement
 * @param meanGap mean of (cost − optimum)/optimum over those
 * @param hitRate share of those that were solved to the optimum, within 1e-9
 * @param rangeClosed (random − cost)/(random − optimum), of the means; 1 is optimal, 0 as good as random
 * @param distinctCandidates mean number of different placements that the members proposed
 * @param unanimity share of problems on which all members agreed
 */
public record PolicyScore(
        int problems,
        int answered,
        double meanGap,
        double hitRate,
        double rangeClosed,
        double distinctCandidates,
        double unanimity) {}
