package dev.twinplace.reports.claim;

import java.util.Collection;

/** What measurements make of a claim. */
public enum Verdict {
    HOLDS("holds"),
    PARTLY("holds partly"),
    FAILS("does not hold"),
    UNDECIDED("undecided"),
    NOT_MEASURED("not measured");

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

    /** Of a claim about several cases: about all of them, some, or none. */
    static Verdict of(int holding, int cases) {
        if (holding == cases) {
            return HOLDS;
        }
        return holding == 0 ? FAILS : PARTLY;
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
