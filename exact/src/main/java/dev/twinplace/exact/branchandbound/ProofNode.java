package dev.twinplace.exact.branchandbound;

import java.util.ArrayList;
import java.util.List;

/** A node of the search as its certificate states it: the decision that leads to it, what it excludes, and how it ends. */
final class ProofNode {
    /** Why servers are taken away from twins. */
    enum Reason {
        PRICES,
        FREE_SERVER,
        ALIKE,
        LIMITS
    }

    /** How a node ends. */
    enum Close {
        BOUND,
        BRANCH,
        PLACEMENT,
        CONTRADICTION
    }

    /** Servers taken away for one reason. */
    static final class Exclusion {
        private final Reason reason;
        private final double[] prices;
        private final int[] cells;

        private Exclusion(Reason reason, double[] prices, int[] cells) {
            this.reason = reason;
            this.prices = prices;
            this.cells = cells;
        }

        Reason reason() {
            return reason;
        }

        /** Null unless the reason is {@link Reason#PRICES}. */
        double[] prices() {
            return prices;
        }

        /** twin · R + server each. */
        int[] cells() {
            return cells;
        }
    }

    private final ProofNode parent;
    private final int twin;
    private final int server;
    private final List<Exclusion> exclusions = new ArrayList<>();
    private Close close;
    private int branchTwin = -1;
    private double[] prices;
    private long id = -1;

    private ProofNode(ProofNode parent, int twin, int server) {
        this.parent = parent;
        this.twin = twin;
        this.server = server;
    }

    static ProofNode root() {
        return new ProofNode(null, -1, -1);
    }

    ProofNode child(int childTwin, int childServer) {
        return new ProofNode(this, childTwin, childServer);
    }

    /** Null for the root. */
    ProofNode parent() {
        return parent;
    }

    int twin() {
        return twin;
    }

    int server() {
        return server;
    }

    void exclude(Reason reason, double[] atPrices, int[] cells) {
        if (cells.length > 0) {
            exclusions.add(new Exclusion(reason, atPrices == null ? null : atPrices.clone(), cells));
        }
    }

    List<Exclusion> exclusions() {
        return exclusions;
    }

    void closeByBound(double[] atPrices) {
        close = Close.BOUND;
        prices = atPrices.clone();
    }

    void closeByBranching(int onTwin) {
        close = Close.BRANCH;
        branchTwin = onTwin;
    }

    void close(Close how) {
        close = how;
    }

    Close close() {
        if (close == null) {
            throw new IllegalStateException("a node left the search without a reason");
        }
        return close;
    }

    /** Prices of the twins whose bound closes it; null unless closed by one. */
    double[] prices() {
        return prices;
    }

    /** The twin branched on; -1 unless closed by branching. */
    int branchTwin() {
        return branchTwin;
    }

    /** Its number in the certificate. */
    long id() {
        return id;
    }

    /** Numbers it and lets go of all that only its own line needs. */
    void written(long number) {
        id = number;
        exclusions.clear();
        prices = null;
    }
}
