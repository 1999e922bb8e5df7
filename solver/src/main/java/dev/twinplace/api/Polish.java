package dev.twinplace.api;

import java.util.Locale;

/** The last step of a learned solver's decision. */
public enum Polish {
    /** What the networks propose, made feasible. */
    NONE,
    /** Moves and swaps until none improves. */
    LOCAL_SEARCH;

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
