package dev.twinplace.ddl.price;

import java.util.Locale;

/** The last step of a learned solver's decision. */
public enum Polish {
    /** What the networks propose, made feasible. */
    NONE,
    /** Moves and swaps until none improves. */
    LOCAL_SEARCH,
    /** As above, and then the same from the best placement with some twins moved at random, until the budget is spent. */
    ITERATED;

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
        throw new IllegalArgumentException("polish: must be none, local-search or iterated, but was " + name);
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
