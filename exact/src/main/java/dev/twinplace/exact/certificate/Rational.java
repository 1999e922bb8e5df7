package dev.twinplace.exact.certificate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Doubles as the exact rationals that they are: whole multiples of a power of two. */
final class Rational {
    /** What zero is a multiple of: anything. */
    static final int NO_EXPONENT = Integer.MAX_VALUE;

    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;

    private Rational() {}

    /** The largest e for which a finite value is a whole multiple of 2<sup>e</sup>. */
    static int lowExponent(double value) {
        long significand = significand(value);
        return significand == 0 ? NO_EXPONENT : exponent(value) + Long.numberOfTrailingZeros(significand);
    }

    /** A finite value · 2<sup>scale</sup>, which must be whole. */
    static BigInteger scaled(double value, int scale) {
        long significand = significand(value);
        if (significand == 0) {
            return BigInteger.ZERO;
        }
        int zeros = Long.numberOfTrailingZeros(significand);
        int shift = exponent(value) + zeros + scale;
        if (shift < 0) {
            throw new ArithmeticException(value + " is no multiple of 2^-" + scale);
        }
        long odd = significand >> zeros;
        return BigInteger.valueOf(value < 0 ? -odd : odd).shiftLeft(shift);
    }

    /** x · y · 2<sup>scale</sup> of finite values, which must be whole. */
    static BigInteger scaledProduct(double x, double y, int scale) {
        int low = lowExponent(x);
        return x == 0 || y == 0 ? BigInteger.ZERO : scaled(x, -low).multiply(scaled(y, low + scale));
    }

    /** The least whole number that is not below value · 2<sup>scale</sup>; the scale is not negative. */
    static BigInteger ceiling(BigDecimal value, int scale) {
        BigDecimal shifted = value.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(scale)));
        return shifted.setScale(0, RoundingMode.CEILING).toBigIntegerExact();
    }

    private static long significand(double value) {
        long bits = Double.doubleToLongBits(value);
        long fraction = bits & FRACTION;
        return Math.getExponent(value) < Double.MIN_EXPONENT ? fraction : fraction | (1L << FRACTION_BITS);
    }

    private static int exponent(double value) {
        return Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - FRACTION_BITS;
    }
}
