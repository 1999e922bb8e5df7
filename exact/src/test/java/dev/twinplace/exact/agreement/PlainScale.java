package dev.twinplace.exact.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * A factor that makes integers of decimal numbers: the least power of two or of ten that makes all of them whole, if their
 * sum then stays below 2^{@value #BITS}; otherwise the largest power of two that keeps it there, and values are rounded.
 */
record PlainScale(BigDecimal factor, boolean isExact) {
    private static final int BITS = 45;
    private static final int MAX_DIGITS = 12;
    private static final BigDecimal LIMIT = BigDecimal.valueOf(1L << BITS);

    /** The scale for values none of which is negative. */
    static PlainScale of(Collection<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int exponent = 0; exponent <= BITS; exponent++) {
            BigDecimal factor = BigDecimal.valueOf(1L << exponent);
            if (makesWhole(factor, values) && sum.multiply(factor).compareTo(LIMIT) < 0) {
                return new PlainScale(factor, true);
            }
        }
        for (int digits = 1; digits <= MAX_DIGITS; digits++) {
            BigDecimal factor = BigDecimal.ONE.movePointRight(digits);
            if (makesWhole(factor, values) && sum.multiply(factor).compareTo(LIMIT) < 0) {
                return new PlainScale(factor, true);
            }
        }
        return new PlainScale(finest(sum), false);
    }

    private static boolean makesWhole(BigDecimal factor, Collection<BigDecimal> values) {
        return values.stream()
                .allMatch(value -> value.multiply(factor).stripTrailingZeros().scale() <= 0);
    }

    private static BigDecimal finest(BigDecimal sum) {
        int exponent = BITS - 1 - Math.getExponent(sum.doubleValue());
        return exponent >= 0
                ? new BigDecimal(Math.scalb(1.0, exponent))
                : BigDecimal.ONE.divide(new BigDecimal(Math.scalb(1.0, -exponent)));
    }

    long floor(BigDecimal value) {
        return value.multiply(factor).setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    long ceiling(BigDecimal value) {
        return value.multiply(factor).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** What so many units stand for, rounded down. */
    BigDecimal value(long units) {
        return BigDecimal.valueOf(units).divide(factor, 60, RoundingMode.FLOOR);
    }
}
