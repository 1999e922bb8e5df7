package dev.twinplace.benchmarks.run;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers for people. */
final class Figures {
    private static final int DIGITS = 3;

    private Figures() {}

    /** With three digits, more only before the point; a dash for what is not a number. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        int before = value == 0 ? DIGITS : 1 + (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%,." + Math.max(0, DIGITS - before) + "f", value);
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
