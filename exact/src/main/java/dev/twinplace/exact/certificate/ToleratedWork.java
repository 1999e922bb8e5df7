package dev.twinplace.exact.certificate;

import dev.twinplace.exact.certificate.Candidates.Candidate;
import dev.twinplace.problem.PlacementProblem;
import java.util.BitSet;

/**
 * The work that the twins on a server tolerate, along the path of a search. On the way sums are in double precision and exceed a limit
 * only by more than they are rounded by: no subset within all limits is cut off. What the search ends with is looked at exactly.
 */
final class ToleratedWork {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final ExactProblem exact;
    private final PlacementProblem problem;
    private final int server;
    private final BitSet decided;
    private final double rounding;
    /** By depth of the search; 0 has the decided twins alone. */
    private final double[] workAt;

    private final double[] limitAt;

    ToleratedWork(Candidates candidates) {
        exact = candidates.problem;
        problem = exact.problem;
        server = candidates.server;
        decided = candidates.decided;
        rounding = 1 + 4 * (problem.twins() + 4) * UNIT_ROUNDOFF;
        workAt = new double[candidates.list.size() + 1];
        limitAt = new double[workAt.length];
        limitAt[0] = Double.POSITIVE_INFINITY;
        for (int m = decided.nextSetBit(0); m >= 0; m = decided.nextSetBit(m + 1)) {
            workAt[0] += problem.work(m);
            limitAt[0] = Math.min(limitAt[0], problem.side().workSumLimit(m, server));
        }
    }

    /** Takes a candidate at a depth, unless the work is then more than some twin tolerates. */
    boolean take(Candidate candidate, int depth) {
        workAt[depth + 1] = workAt[depth] + problem.work(candidate.twin());
        limitAt[depth + 1] = Math.min(limitAt[depth], candidate.workLimit());
        return workAt[depth + 1] <= limitAt[depth + 1] * rounding;
    }

    /** Whether the decided twins and these tolerate one another. */
    boolean isWithin(BitSet twins) {
        return exact.side.intolerantTwin(server, m -> decided.get(m) || twins.get(m), 1) < 0;
    }
}
