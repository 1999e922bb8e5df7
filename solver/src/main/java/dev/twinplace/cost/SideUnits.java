package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.SideConstraints;

/** Makes what exceeds limits of different kinds alike: the mean of its finite limits is the unit of each. */
final class SideUnits {
    private SideUnits() {}

    /** The inverse unit of each row, and of work at the end: positive and finite. O(rows · R + M·R). */
    static double[] of(ProblemView problem) {
        SideConstraints side = problem.side();
        double[] inverse = new double[side.rows() + 1];
        for (int r = 0; r < side.rows(); r++) {
            double sum = 0;
            int limited = 0;
            for (int s = 0; s < problem.servers(); s++) {
                if (side.limit(r, s) < Double.POSITIVE_INFINITY) {
                    sum += side.limit(r, s) / problem.servers();
                    limited++;
                }
            }
            inverse[r] = inverse(sum * problem.servers() / limited);
        }
        double sum = 0;
        long limited = 0;
        for (int m = 0; m < problem.twins() && side.hasWorkLimits(); m++) {
            for (int s = 0; s < problem.servers(); s++) {
                if (side.workLimit(m, s) < Double.POSITIVE_INFINITY) {
                    sum += side.workLimit(m, s);
                    limited++;
                }
            }
        }
        inverse[side.rows()] = inverse(sum / limited);
        return inverse;
    }

    private static double inverse(double unit) {
        double inverse = 1 / unit;
        return inverse > 0 && inverse < Double.POSITIVE_INFINITY ? inverse : 1;
    }
}
