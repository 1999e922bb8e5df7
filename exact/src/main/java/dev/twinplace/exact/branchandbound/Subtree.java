package dev.twinplace.exact.branchandbound;

/** A part of the search tree that is still open. Never changes; what it refers to is shared and must not change either. */
final class Subtree {
    private final long[] excluded;
    private final double[] prices;
    private final double lowerBound;
    private final boolean isRoot;

    private Subtree(long[] excluded, double[] prices, double lowerBound, boolean isRoot) {
        this.excluded = excluded;
        this.prices = prices;
        this.lowerBound = lowerBound;
        this.isRoot = isRoot;
    }

    static Subtree root(long[] excluded, double[] prices, double lowerBound) {
        return new Subtree(excluded, prices, lowerBound, true);
    }

    static Subtree below(long[] excluded, double[] prices, double lowerBound) {
        return new Subtree(excluded, prices, lowerBound, false);
    }

    /** Servers that twins may not go to: bits of {@link dev.twinplace.exact.lagrangian.Domains#toBits}. */
    long[] excluded() {
        return excluded;
    }

    /** Prices of the twins to begin with. */
    double[] prices() {
        return prices;
    }

    /** At most the cost of any placement in it. */
    double lowerBound() {
        return lowerBound;
    }

    /** Whether it is the whole tree. */
    boolean isRoot() {
        return isRoot;
    }
}
