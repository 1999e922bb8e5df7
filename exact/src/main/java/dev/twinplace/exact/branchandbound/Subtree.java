package dev.twinplace.exact.branchandbound;

/** A part of the search tree that is still open. Never changes; what it refers to is shared and must not change either. */
final class Subtree {
    private final long[] excluded;
    private final double[] prices;
    private final double lowerBound;
    private final boolean isRoot;
    private final ProofNode proof;
    private final double[] boundPrices;

    private Subtree(
            long[] excluded,
            double[] prices,
            double lowerBound,
            boolean isRoot,
            ProofNode proof,
            double[] boundPrices) {
        this.excluded = excluded;
        this.prices = prices;
        this.lowerBound = lowerBound;
        this.isRoot = isRoot;
        this.proof = proof;
        this.boundPrices = boundPrices;
    }

    static Subtree root(long[] excluded, double[] prices, double lowerBound, ProofNode proof, double[] boundPrices) {
        return new Subtree(excluded, prices, lowerBound, true, proof, boundPrices);
    }

    static Subtree below(long[] excluded, double[] prices, double lowerBound, ProofNode proof, double[] boundPrices) {
        return new Subtree(excluded, prices, lowerBound, false, proof, boundPrices);
    }

    /** Servers that twins may not go to: bits of {@link dev.twinplace.exact.bound.Domains#toBits}. */
    long[] excluded() {
        return excluded;
    }

    /** Prices of the twins to begin with. */
    double[] prices() {
        return prices;
    }

    /** At most the excess of any placement in it. */
    double lowerBound() {
        return lowerBound;
    }

    /** Whether it is the whole tree, in which more effort pays. */
    boolean isRoot() {
        return isRoot;
    }

    /** Its node in the certificate; null if none is written. */
    ProofNode proof() {
        return proof;
    }

    /** Prices of the twins that prove {@link #lowerBound}; null if no certificate is written. */
    double[] boundPrices() {
        return boundPrices;
    }
}
