package dev.twinplace.benchmarks.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers for people. */
final class Figures {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final double LONG = 1000;

    private Figures() {}

    /** With three digits, more only before the point; a dash for what is not a number. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        return Math.abs(value) >= LONG
                ? String.format(Locale.ROOT, "%,.0f", value)
                : new BigDecimal(value).round(THREE_DIGITS).toPlainString();
    }

    /** Bytes that an operation allocates. JMH itself allocates a little, which it divides by all operations. */
    static String bytes(OptionalDouble bytes) {
        double number = bytes.orElse(Double.NaN);
        return number < 1 ? "< 1" : number(number);
    }

    /** A share of 1 in percent. */
    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f %%", 100 * share) : "-";
    }
}
