package dev.twinplace.reports.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How figures are written for people: few digits, the unit that fits. */
public final class Numbers {
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final double THOUSAND = 1000;
    private static final double MAX_PLAIN = 1e9;

    private static final String MISSING = "–";

    private Numbers() {}

    /** A figure with its unit; a dash for one that is missing. */
    public static String withUnit(double figure, String unit) {
        if (!Double.isFinite(figure)) {
            return MISSING;
        }
        return switch (unit) {
            case "ratio" -> percent(figure);
            case "us" -> time(figure);
            case "ms" -> time(figure * THOUSAND);
            case "s" -> time(figure * THOUSAND * THOUSAND);
            case "count", "iteration", "cost", "unit", "" -> plain(figure);
            default -> plain(figure) + "\u00a0" + unit;
        };
    }

    /** 0.0423 is 4.23 %; a dash for a figure that is missing. */
    public static String percent(double ratio) {
        return !Double.isFinite(ratio) ? MISSING : digits(ratio * 100, THREE_DIGITS) + "\u00a0%";
    }

    /** The three digits that matter, in microseconds, milliseconds or seconds. */
    public static String time(double micros) {
        if (Math.abs(micros) < THOUSAND) {
            return digits(micros, THREE_DIGITS) + "\u00a0µs";
        }
        if (Math.abs(micros) < THOUSAND * THOUSAND) {
            return digits(micros / THOUSAND, THREE_DIGITS) + "\u00a0ms";
        }
        return digits(micros / THOUSAND / THOUSAND, THREE_DIGITS) + "\u00a0s";
    }

    /** Whole numbers whole, up to a billion; others with four digits. */
    public static String plain(double figure) {
        if (Math.abs(figure) >= MAX_PLAIN) {
            return new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(figure);
        }
        return figure == Math.rint(figure) ? grouped(BigDecimal.valueOf(figure)) : digits(figure, FOUR_DIGITS);
    }

    private static String digits(double figure, MathContext precision) {
        // A tenth of a millionth of a percent is noise of the arithmetic.
        return Math.abs(figure) < 1e-7 ? "0" : grouped(new BigDecimal(figure).round(precision));
    }

    private static String grouped(BigDecimal figure) {
        DecimalFormat format = new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(figure).replace("-", "−");
    }
}
