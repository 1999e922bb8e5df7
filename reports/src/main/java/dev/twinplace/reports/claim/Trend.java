package dev.twinplace.reports.claim;

/** Whether figures fall. */
final class Trend {
    private Trend() {}

    /** Falling at every step, from the first to the last only, or not at all. */
    static Verdict falls(double... figures) {
        if (!(figures[figures.length - 1] < figures[0])) {
            return Verdict.FAILS;
        }
        for (int i = 1; i < figures.length; i++) {
            if (figures[i] > figures[i - 1]) {
                return Verdict.PARTLY;
            }
        }
        return Verdict.HOLDS;
    }
}
