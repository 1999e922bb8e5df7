package dev.twinplace.heuristic;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;

/**
 * What moves change, in terms that can be added up. With P<sub>s</sub> = κ<sub>s</sub>·workOn[s] and Q<sub>s</sub> =
 * κ<sub>s</sub>·weightOn[s] let
 *
 * <pre>
 * g(m, s, t) = cost[m][t] − cost[m][s] + weight[m]·(P_t − P_s) + work[m]·(Q_t − Q_s).
 * </pre>
 *
 * A move of m from s to t changes the cost by g(m, s, t) + (κ_s + κ_t)·weight[m]·work[m], and a swap of m on s with n on t by
 * g(m, s, t) + g(n, t, s) + (κ_s + κ_t)·(weight[m] − weight[n])·(work[m] − work[n]). Costs are kept column by column, so
 * that a search through the twins of a server stays within the first cache.
 */
final class Gains {
    private final IncrementalCost placement;
    private final ProblemView problem;
    private final double[] costTo; // of twin m on server s, at s·M + m
    private final double[] costOf; // of a twin where it is
    private final double[] weightPrice;
    private final double[] workPrice;
    private boolean contention;

    Gains(IncrementalCost placement) {
        this.placement = placement;
        problem = placement.problem();
        costTo = new double[problem.twins() * problem.servers()];
        costOf = new double[problem.twins()];
        weightPrice = new double[problem.servers()];
        workPrice = new double[problem.servers()];
    }

    /** Looks at problem and placement anew. O(M·R). */
    void start() {
        contention = problem.hasContention();
        int twins = problem.twins();
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < weightPrice.length; s++) {
                costTo[s * twins + m] = problem.cost(m, s);
            }
            costOf[m] = problem.cost(m, placement.serverOf(m));
        }
        for (int s = 0; s < weightPrice.length; s++) {
            changed(s);
        }
    }

    /** Twins have come to a server or left it. */
    void changed(int server) {
        weightPrice[server] = problem.contention(server) * placement.workOn(server);
        workPrice[server] = problem.contention(server) * placement.weightOn(server);
    }

    /** A twin has moved. */
    void moved(int twin, int server) {
        costOf[twin] = costTo[server * costOf.length + twin];
    }

    /** g of a twin that is on server s. */
    double of(int twin, int s, int t) {
        double gain = costTo[t * costOf.length + twin] - costOf[twin];
        if (contention) {
            gain += problem.weight(twin) * (weightPrice[t] - weightPrice[s])
                    + problem.work(twin) * (workPrice[t] - workPrice[s]);
        }
        return gain;
    }

    double itself(int twin) {
        return problem.weight(twin) * problem.work(twin);
    }

    double together(int first, int second) {
        return (problem.weight(first) - problem.weight(second)) * (problem.work(first) - problem.work(second));
    }
}
