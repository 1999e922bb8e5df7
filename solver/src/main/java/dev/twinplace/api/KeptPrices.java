package dev.twinplace.api;

import java.util.Optional;

/**
 * What servers charged at the end of a solve, for the next one: of a problem that has changed a little, they are nearly right, and
 * any prices give a valid bound. Nothing is kept at first. Thread-safe.
 *
 * <p>The prices of a server are for a unit of demand and for a unit of size, the root of weight times work.
 */
public final class KeptPrices {
    private double[] prices;

    /** The prices of so many servers, a copy: R for demand, then R for size. Empty if none are kept for so many. */
    public synchronized Optional<double[]> of(int servers) {
        return prices == null || prices.length != 2 * servers ? Optional.empty() : Optional.of(prices.clone());
    }

    /**
     * Replaces the prices.
     *
     * @param latest R for demand, then R for size, none negative; copied
     */
    public synchronized void keep(double[] latest) {
        prices = latest.clone();
    }
}
