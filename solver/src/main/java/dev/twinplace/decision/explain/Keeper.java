package dev.twinplace.decision.explain;

import java.util.Locale;

/** What keeps a twin where it is. */
public enum Keeper {
    /** Every other server would cost more. */
    COST,
    /** A server that would cost less has no room left. */
    CAPACITY,
    /** A rule bars a server that would cost less. */
    RULE,
    /** A move would pay: the placement is not optimal. */
    NOTHING;

    /** The name in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
