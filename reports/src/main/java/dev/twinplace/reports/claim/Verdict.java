package dev.twinplace.reports.claim;

import dev.twinplace.reports.statistics.Interval;
import dev.twinplace.reports.statistics.PageTest;
import java.util.Collection;

/** What measurements make of a claim. */
public enum Verdict {
    HOLDS("holds"),
    PARTLY("holds partly"),
    FAILS("does not hold"),
    UNDECIDED("undecided"),
    NOT_MEASURED("not measured");

    private static final double LEVEL = 0.025;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Of one of two. */
    static Verdict of(boolean holds) {
        return holds ? HOLDS : FAILS;
    }

    /** Of a figure that must be at most a limit, by its interval: undecided if that has the limit inside. */
    static Verdict atMost(Interval figure, double limit) {
        if (figure.high() <= limit) {
            return HOLDS;
        }
        return figure.low() > limit ? FAILS : UNDECIDED;
    }

    /** Of a figure that must be at least a limit. */
    static Verdict atLeast(Interval figure, double limit) {
        if (figure.low() >= limit) {
            return HOLDS;
        }
        return figure.high() < limit ? FAILS : UNDECIDED;
    }

    /**
     * Of figures that must fall from setting to setting, each seed's in a row: it holds where a fall as steady has a probability
     * of at most 2.5 % by chance, and does not where a rise has.
     */
    static Verdict falling(double[][] figures) {
        if (PageTest.falling(figures) <= LEVEL) {
            return HOLDS;
        }
        return PageTest.rising(figures) <= LEVEL ? FAILS : UNDECIDED;
    }

    /** Of a claim about several cases: about all of them, some, or none. */
    static Verdict of(int holding, int cases) {
        if (holding == cases) {
            return HOLDS;
        }
        return holding == 0 ? FAILS : PARTLY;
    }

    /** Of a claim that all of these must hold for. */
    static Verdict ofAll(Collection<Verdict> conditions) {
        if (conditions.contains(FAILS)) {
            return FAILS;
        }
        return conditions.stream().allMatch(HOLDS::equals) ? HOLDS : UNDECIDED;
    }

    /** Of a claim by what its readings give: it holds if under all, and does not if under none, which all must show. */
    static Verdict of(Collection<Verdict> readings) {
        if (readings.stream().allMatch(HOLDS::equals)) {
            return HOLDS;
        }
        if (readings.stream().allMatch(FAILS::equals)) {
            return FAILS;
        }
        return readings.stream().allMatch(reading -> reading == FAILS || reading == UNDECIDED) ? UNDECIDED : PARTLY;
    }
}
