package dev.twinplace.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class FigureText {
    private FigureText() {}

    /** Two decimals, or powers of ten where these would show nothing or too much. */
    static String number(double value) {
        double magnitude = Math.abs(value);
        boolean plain = magnitude == 0 || (magnitude >= 0.01 && magnitude < 1e9);
        return String.format(Locale.ROOT, plain ? "%.2f" : "%.3e", value);
    }

    /** A share in percent; a dash if it is not known. */
    static String percent(double share, int decimals) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share) : "-";
    }

    static String time(double micros) {
        if (micros < 1e3) {
            return String.format(Locale.ROOT, "%.1f µs", micros);
        }
        return micros < 1e6
                ? String.format(Locale.ROOT, "%.1f ms", micros / 1e3)
                : String.format(Locale.ROOT, "%.2f s", micros / 1e6);
    }
}
