package dev.twinplace.exact.certificate;

import java.math.BigInteger;

/** A price for each twin as whole numbers of a unit that is the problem's, or that divided by a power of two. */
final class Prices {
    private final BigInteger[] price;
    private final int shift;

    /** Exactly these prices. O(M). */
    Prices(ExactProblem problem, PriceVector prices) {
        int lowest = -problem.scale;
        for (int m = 0; m < prices.twins(); m++) {
            lowest = Math.min(lowest, Rational.lowExponent(prices.of(m)));
        }
        shift = -lowest - problem.scale;
        price = new BigInteger[prices.twins()];
        for (int m = 0; m < price.length; m++) {
            price[m] = Rational.scaled(prices.of(m), -lowest);
        }
    }

    /** By how many bits this unit is finer than the problem's. */
    int shift() {
        return shift;
    }

    BigInteger of(int twin) {
        return price[twin];
    }

    /** A number of units of the problem in this unit. */
    BigInteger scaled(BigInteger units) {
        return shift == 0 ? units : units.shiftLeft(shift);
    }
}
