package dev.twinplace.exact.certificate;

/** A finite price for each twin, as a certificate lists them. */
final class PriceVector {
    private final double[] prices;

    /** Owns the array from now on. */
    PriceVector(double[] prices) {
        this.prices = prices;
    }

    int twins() {
        return prices.length;
    }

    double of(int twin) {
        return prices[twin];
    }
}
