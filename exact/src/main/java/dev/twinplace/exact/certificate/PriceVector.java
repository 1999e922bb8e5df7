package dev.twinplace.exact.certificate;

/** A finite price for each twin, then one for each row on each server, as a certificate lists them. */
final class PriceVector {
    private final double[] prices;

    /** Owns the array from now on. */
    PriceVector(double[] prices) {
        this.prices = prices;
    }

    double of(int index) {
        return prices[index];
    }
}
