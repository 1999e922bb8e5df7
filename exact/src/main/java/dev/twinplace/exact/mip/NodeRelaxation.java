package dev.twinplace.exact.mip;

import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.Linearisation;
import dev.twinplace.problem.PlacementProblem;

/** What a linear program says about a node: a bound that holds, a placement to try, and the twin to branch on. */
final class NodeRelaxation {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final RemainingProblem remaining;
    private final int servers;
    private final ScaledRelaxation relaxation;
    private final DualBound dual;
    private final double linearisationRounding;

    /**
     * Solves the linear program of what remains to decide.
     *
     * @param time limits it
     */
    NodeRelaxation(RemainingProblem remaining, TimeBox time) {
        this.remaining = remaining;
        PlacementProblem problem = remaining.problem();
        servers = problem.servers();
        LinearProgram program = Linearisation.of(problem);
        boolean[] excluded = new boolean[program.variables().size()];
        for (int i = 0; i < remaining.size(); i++) {
            for (int s = 0; s < servers; s++) {
                excluded[i * servers + s] = !remaining.isAllowed(i, s);
            }
        }
        relaxation = ScaledRelaxation.solve(program, excluded, time);
        dual = new DualBound(program, excluded, remaining.size(), servers, relaxation.multipliers());
        linearisationRounding = linearisationRounding(problem);
    }

    /**
     * By how much the linearisation can overstate the contention of a placement, for its coefficients are rounded: in the row
     * of z_m_s by a few units of roundoff, and as many as its sum of works has terms, of contention·weight·(all work).
     */
    private static double linearisationRounding(PlacementProblem problem) {
        double weight = 0;
        double work = 0;
        double contention = 0;
        for (int m = 0; m < problem.twins(); m++) {
            weight += problem.weight(m);
            work += problem.work(m);
        }
        for (int s = 0; s < problem.servers(); s++) {
            contention += problem.contention(s);
        }
        return 16 * (problem.twins() + 8) * UNIT_ROUNDOFF * contention * weight * work;
    }

    /** Whether ojAlgo solved the linear program; if not, the bound holds, but says little. */
    boolean isSolved() {
        return relaxation.isSolved();
    }

    /** At most the excess of any placement below this node. */
    double bound() {
        return total(dual.value());
    }

    /** At most the excess of any placement below this node that has twin i on a server. */
    double bound(int i, int server) {
        return total(dual.value(i, server));
    }

    private double total(double value) {
        double magnitude = remaining.base() + Math.abs(value) + linearisationRounding;
        return remaining.base() + value - linearisationRounding - 4 * UNIT_ROUNDOFF * magnitude;
    }

    /** For each undecided twin the allowed server that has most of it in the solution; the first among equals. */
    int[] rounded() {
        int[] serverOf = new int[remaining.size()];
        for (int i = 0; i < serverOf.length; i++) {
            serverOf[i] = -1;
            for (int s = 0; s < servers; s++) {
                if (remaining.isAllowed(i, s) && (serverOf[i] < 0 || share(i, s) > share(i, serverOf[i]))) {
                    serverOf[i] = s;
                }
            }
        }
        return serverOf;
    }

    /** The undecided twin whose largest share on one server is least, the first among equals. */
    int mostFractional() {
        int[] serverOf = rounded();
        int best = 0;
        for (int i = 1; i < serverOf.length; i++) {
            if (share(i, serverOf[i]) < share(best, serverOf[best])) {
                best = i;
            }
        }
        return best;
    }

    private double share(int i, int server) {
        return relaxation.solution()[i * servers + server];
    }
}
