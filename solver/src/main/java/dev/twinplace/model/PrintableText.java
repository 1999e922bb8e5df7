package dev.twinplace.model;

/** Any text from files and arguments, in a form that fits on one line of a terminal. */
public final class PrintableText {
    private PrintableText() {}

    /** The text with everything escaped that is not printable, cut once that is so many characters long. */
    public static String line(String text, int most) {
        StringBuilder line = new StringBuilder();
        int next = 0;
        while (next < text.length() && line.length() < most) {
            int codePoint = text.codePointAt(next);
            if (isPrintable(codePoint)) {
                line.appendCodePoint(codePoint);
            } else {
                line.append(String.format("\\u%04x", codePoint));
            }
            next += Character.charCount(codePoint);
        }
        return next < text.length() ? line.append("...").toString() : line.toString();
    }

    /** Whether nothing in the text needs escaping: no control or format characters, no line breaks, no half characters. */
    public static boolean isPrintable(String text) {
        int next = 0;
        while (next < text.length()) {
            int codePoint = text.codePointAt(next);
            if (!isPrintable(codePoint)) {
                return false;
            }
            next += Character.charCount(codePoint);
        }
        return true;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
