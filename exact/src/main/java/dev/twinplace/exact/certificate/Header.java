package dev.twinplace.exact.certificate;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.Placement;
import java.math.BigDecimal;

/**
 * The first line of a certificate: what it claims.
 *
 * @param problem its {@link ProblemHash}
 * @param placement server of each twin; null if none is claimed. Of any length, with any numbers from 0
 * @param cost of the placement; null without one
 * @param bound at most the cost of any placement; null if none is claimed
 * @param nodes lines that follow
 */
record Header(String problem, SolveStatus status, Placement placement, BigDecimal cost, BigDecimal bound, int nodes) {}
