package dev.twinplace.decision.explain;

import java.util.Locale;

/** What keeps a twin where it is. */
public enum Keeper {
    /** Every other server would cost more. */
    COST,
    /** A server that would cost less has too little left of a resource. */
    CAPACITY,
    /** A twin that it must be separate from is on a server that would cost less. */
    SEPARATE,
    /** On a server that would cost less, it or a twin there would have more latency than that one tolerates. */
    LATENCY,
    /** A rule bars a server that would cost less. */
    RULE,
    /** A move would pay: the placement is not optimal. */
    NOTHING;

    /** The name in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
