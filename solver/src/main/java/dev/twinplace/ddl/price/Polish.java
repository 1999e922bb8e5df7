package dev.twinplace.ddl.price;

import java.util.Locale;

/** The last step of a learned solver's decision. */
public enum Polish {
    /** What the networks propose, made feasible. */
    NONE,
    /** Moves and swaps until none improves. */
    LOCAL_SEARCH;

    /**
     * Reads a name as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    static Polish of(String name) {
        for (Polish polish : values()) {
            if (polish.toString().equals(name)) {
                return polish;
            }
        }
        throw new IllegalArgumentException("polish: must be none or local-search, but was " + name);
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
