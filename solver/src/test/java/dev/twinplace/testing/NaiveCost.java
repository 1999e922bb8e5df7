package dev.twinplace.testing;

import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.SideConstraints;

/** A placement's cost and loads straight from the formula, pair by pair. Shares no code with the main sources. */
public final class NaiveCost {
    private NaiveCost() {}

    /** Σ_m cost[m][s_m] + Σ over pairs (m, n) on one server s of contention[s]·weight[m]·work[n]: O(M²). */
    public static double cost(ProblemView problem, int[] serverOf) {
        double cost = 0;
        for (int m = 0; m < serverOf.length; m++) {
            cost += problem.cost(m, serverOf[m]);
            for (int n = 0; n < serverOf.length; n++) {
                if (serverOf[m] == serverOf[n]) {
                    cost += problem.contention(serverOf[m]) * problem.weight(m) * problem.work(n);
                }
            }
        }
        return cost;
    }

    /** The sum of the absolute values of the terms of {@link #cost}: what rounding errors are relative to. */
    public static double magnitude(ProblemView problem, int[] serverOf) {
        double costs = 0;
        double absolute = 0;
        for (int m = 0; m < serverOf.length; m++) {
            costs += problem.cost(m, serverOf[m]);
            absolute += Math.abs(problem.cost(m, serverOf[m]));
        }
        return absolute + cost(problem, serverOf) - costs;
    }

    public static double load(ProblemView problem, int[] serverOf, int server) {
        double load = 0;
        for (int m = 0; m < serverOf.length; m++) {
            load += serverOf[m] == server ? problem.demand(m, server) : 0;
        }
        return load;
    }

    /** Σ over servers over their limit of load beyond capacity. */
    public static double overload(ProblemView problem, int[] serverOf) {
        double overload = 0;
        for (int s = 0; s < problem.servers(); s++) {
            double load = load(problem, serverOf, s);
            overload += load > problem.loadLimit(s) ? load - problem.capacity(s) : 0;
        }
        return overload;
    }

    public static boolean isFeasible(ProblemView problem, int[] serverOf) {
        return overload(problem, serverOf) == 0 && keepsSide(problem, serverOf);
    }

    private static boolean keepsSide(ProblemView problem, int[] serverOf) {
        SideConstraints side = problem.side();
        for (int s = 0; s < problem.servers(); s++) {
            for (int r = 0; r < side.rows(); r++) {
                double load = 0;
                for (int i = 0; i < side.members(r); i++) {
                    load += serverOf[side.member(r, i)] == s ? side.memberDemand(r, i) : 0;
                }
                if (load > side.sumLimit(r, s)) {
                    return false;
                }
            }
            double work = 0;
            for (int m = 0; m < serverOf.length; m++) {
                work += serverOf[m] == s ? problem.work(m) : 0;
            }
            for (int m = 0; m < serverOf.length; m++) {
                if (serverOf[m] == s && work > side.workSumLimit(m, s)) {
                    return false;
                }
            }
        }
        return true;
    }
}
