package dev.twinplace.ddl;

/**
 * The convergence rate (21): the mean over problems of min(old, new) / max(old, new), where old and new are the costs of a
 * policy's decisions before and after an iteration. 1 says that decisions no longer change, not that they are good.
 */
public final class ConvergenceRate {
    private ConvergenceRate() {}

    /**
     * Of these costs, none negative. A problem without a decision costs infinity: the rate is 1 if it had none before and
     * has none now, and 0 if one of the two. The paper has no such case.
     */
    public static double of(double[] before, double[] after) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += before[i] == after[i] ? 1 : Math.min(before[i], after[i]) / Math.max(before[i], after[i]);
        }
        return sum / before.length;
    }
}
