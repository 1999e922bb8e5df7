package dev.twinplace.io;

/** Numbers as tables write them, and nothing else that {@link Double#parseDouble} takes: no {@code 1d}, {@code 0x1p3}, {@code NaN}. */
final class DecimalText {
    private static final String CHARACTERS = "0123456789+-.eE";

    private DecimalText() {}

    /** The number; infinite if it overflows, NaN if the text is not a number. */
    static double parse(String text) {
        if (!text.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
