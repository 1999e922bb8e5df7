package dev.twinplace.exact.certificate;

import java.util.List;

/**
 * One line of a certificate: a node of the search.
 *
 * @param id from 0, the root
 * @param place what it says of its place in the tree; null for the root
 * @param steps that take servers away, in order
 * @param on the twin branched on; -1 unless closed by branching
 * @param prices that close it by bound; otherwise null
 */
record Node(int id, Place place, List<Step> steps, Close close, int on, PriceVector prices) {
    static final int NONE = -1;

    /** A node other than the root is what one decision of its parent leads to. */
    record Place(int parent, int twin, int server) {}

    /** How a node ends. */
    enum Close {
        BRANCH,
        BOUND,
        PLACEMENT,
        CONTRADICTION
    }

    /** Why pairs may be taken away. */
    enum Rule {
        PRICES,
        FREE_SERVER,
        ALIKE,
        LIMITS
    }

    /**
     * Pairs of a twin and a server taken away for one reason.
     *
     * @param prices for {@link Rule#PRICES}, otherwise null
     */
    record Step(Rule rule, PriceVector prices, Pairs pairs) {}

    boolean isRoot() {
        return id == 0;
    }
}
