package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;

/**
 * What some twins leave of rows and work limits. Sums are in floating point; what exceeds a limit by no more than their rounding counts as
 * within, so that a sum that is refused exceeds the limit in exact arithmetic too. Allocates nothing after construction; belongs to
 * one thread.
 */
final class SideRoom {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final PlacementProblem problem;
    private final SideConstraints side;
    private final int servers;
    private final double rounding;
    /** By row and server. */
    private final double[] load;

    private final double[] workOn;
    /** The least work limit of the twins on each server. */
    private final double[] tightest;

    private final int[] order;
    private final double[] key;

    /** Without twins. */
    SideRoom(PlacementProblem problem) {
        this.problem = problem;
        side = problem.side();
        servers = problem.servers();
        rounding = 1 + 4 * (problem.twins() + 4) * UNIT_ROUNDOFF;
        load = new double[side.rows() * servers];
        workOn = new double[servers];
        tightest = new double[servers];
        order = new int[problem.twins()];
        key = new double[order.length];
        clear();
    }

    /** Takes all twins away. */
    void clear() {
        Arrays.fill(load, 0);
        Arrays.fill(workOn, 0);
        Arrays.fill(tightest, Double.POSITIVE_INFINITY);
    }

    /** Whether there are constraints at all that concern a twin. */
    boolean concerns(int twin) {
        return side.hasWorkLimits() || side.end(twin) > side.start(twin);
    }

    /** Whether a twin that was not put on a server could be. */
    boolean fits(int twin, int server) {
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            int row = side.row(entry);
            double sum = load[row * servers + server] + side.demand(entry);
            if (exceeds(sum, side.sumLimit(row, server))) {
                return false;
            }
        }
        if (!side.hasWorkLimits()) {
            return true;
        }
        double limit = Math.min(tightest[server], side.workSumLimit(twin, server));
        return !exceeds(workOn[server] + problem.work(twin), limit);
    }

    /** Puts a twin on a server, whether it fits or not. */
    void put(int twin, int server) {
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            load[side.row(entry) * servers + server] += side.demand(entry);
        }
        if (side.hasWorkLimits()) {
            workOn[server] += problem.work(twin);
            tightest[server] = Math.min(tightest[server], side.workSumLimit(twin, server));
        }
    }

    /** Whether a twin is within all limits on the server that it was put on, together with the others there. */
    boolean holds(int twin, int server) {
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            int row = side.row(entry);
            if (exceeds(load[row * servers + server], side.sumLimit(row, server))) {
                return false;
            }
        }
        return !exceeds(workOn[server], tightest[server]);
    }

    private boolean exceeds(double sum, double limit) {
        return sum > limit * rounding;
    }

    /** As below, in the order of prices of the twins, the highest first: what is scarce elsewhere stays. */
    void keepWhatFits(int[] partial, double[] price) {
        for (int m = 0; m < order.length; m++) {
            order[m] = m;
            key[m] = -price[m];
        }
        DoubleArrays.quickSortIndirect(order, key);
        keepWhatFits(partial, order);
    }

    /**
     * Takes the server from each twin of a part of a placement that does not fit beside those before it.
     *
     * @param partial server of each twin, or -1
     * @param turns the twins in the order in which they have their turn
     */
    void keepWhatFits(int[] partial, int[] turns) {
        clear();
        for (int m : turns) {
            if (partial[m] >= 0 && fits(m, partial[m])) {
                put(m, partial[m]);
            } else {
                partial[m] = -1;
            }
        }
    }
}
