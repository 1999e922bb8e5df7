package dev.twinplace.io;

/** Text from files as it can be shown on one line of a terminal. */
final class PrintableText {
    private PrintableText() {}

    /** The text with everything escaped that is not printable, cut after so many characters. */
    static String line(String text, int most) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(most).forEach(codePoint -> {
            if (isPrintable(codePoint)) {
                line.appendCodePoint(codePoint);
            } else {
                line.append(String.format("\\u%04x", codePoint));
            }
        });
        return text.codePointCount(0, text.length()) > most ? line + "..." : line.toString();
    }

    static boolean isPrintable(String text) {
        return text.codePoints().allMatch(PrintableText::isPrintable);
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
