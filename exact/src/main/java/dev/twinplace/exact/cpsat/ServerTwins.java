package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.LinearExpr;

/** The twins that could be on one server, ascending. */
final class ServerTwins {
    private final int server;
    private final int[] twins;
    private final BoolVar[] isHere;
    private final boolean[] hint;

    /**
     * All arrays are as long as there are twins, and not copied.
     *
     * @param twins their indices
     * @param isHere for each of them, whether it is on this server
     * @param hint the same in the placement to start from; null without one
     */
    ServerTwins(int server, int[] twins, BoolVar[] isHere, boolean[] hint) {
        this.server = server;
        this.twins = twins;
        this.isHere = isHere;
        this.hint = hint;
    }

    int server() {
        return server;
    }

    int twin(int index) {
        return twins[index];
    }

    BoolVar isHere(int index) {
        return isHere[index];
    }

    /** Whether there is a placement to start from. */
    boolean isHinted() {
        return hint != null;
    }

    boolean isHintedHere(int index) {
        return hint[index];
    }

    int size() {
        return twins.length;
    }

    /** Σ coefficients of the twins here. */
    LinearExpr sum(long[] coefficients) {
        return LinearExpr.weightedSum(isHere, coefficients);
    }

    /** Value of {@link #sum} in the placement to start from; 0 without one. */
    long hintedSum(long[] coefficients) {
        long sum = 0;
        for (int i = 0; isHinted() && i < hint.length; i++) {
            sum += hint[i] ? coefficients[i] : 0;
        }
        return sum;
    }
}
