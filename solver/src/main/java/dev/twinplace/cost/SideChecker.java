package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.SideConstraints;

/**
 * The definition of what keeps {@link SideConstraints}, for {@link PlacementChecker}: sums from scratch, in twice the precision, and
 * two roundings of a sum forgiven as there. Shares no code with any search.
 */
final class SideChecker {
    private SideChecker() {}

    /** O(R) for each member of a row, and O(M·R) where work is limited; allocates nothing. */
    static boolean isFeasible(ProblemView problem, int[] serverOf) {
        SideConstraints side = problem.side();
        for (int r = 0; r < side.rows(); r++) {
            for (int s = 0; s < problem.servers(); s++) {
                if (side.limit(r, s) < Double.POSITIVE_INFINITY && !isWithinLimit(side, serverOf, r, s)) {
                    return false;
                }
            }
        }
        for (int s = 0; s < problem.servers() && side.hasWorkLimits(); s++) {
            if (!isTolerated(problem, serverOf, s)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithinLimit(SideConstraints side, int[] serverOf, int row, int server) {
        double limit = side.limit(row, server);
        double sumLimit = side.sumLimit(row, server);
        double load = 0;
        double lost = 0; // by rounding (Neumaier, ZAMM 54, 1974)
        for (int i = 0; i < side.members(row); i++) {
            if (serverOf[side.member(row, i)] == server) {
                double demand = side.memberDemand(row, i);
                if (demand > sumLimit) {
                    return false; // nothing was summed that could have rounded
                }
                double sum = load + demand;
                lost += load >= demand ? load - sum + demand : demand - sum + load;
                load = sum;
            }
        }
        return load - limit + lost <= 2 * (sumLimit - limit);
    }

    /** Whether every twin on a server tolerates the work there. */
    private static boolean isTolerated(ProblemView problem, int[] serverOf, int server) {
        double work = 0;
        double lost = 0;
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] == server) {
                double sum = work + problem.work(m);
                lost += work >= problem.work(m) ? work - sum + problem.work(m) : problem.work(m) - sum + work;
                work = sum;
            }
        }
        for (int m = 0; m < serverOf.length; m++) {
            double limit = problem.side().workLimit(m, server);
            if (serverOf[m] == server && limit < Double.POSITIVE_INFINITY) {
                double forgiven = 2 * (problem.side().workSumLimit(m, server) - limit);
                if (!(work - limit + lost <= forgiven)) {
                    return false;
                }
            }
        }
        return true;
    }
}
