package dev.twinplace.io;

import dev.twinplace.model.PrintableText;

/**
 * Something about a file that its user can mend. The message is one line: {@code file: field: rule, but was value}.
 *
 * <p>Any content of a file may be quoted: control characters are escaped, and long text is cut.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PART = 500;
    private static final int LONGEST_VALUE = 80;

    private final String complaint;

    /**
     * A complaint about a file.
     *
     * @param source the file as the user calls it
     * @param complaint field, rule and value
     */
    public InvalidInputException(String source, String complaint) {
        this(source, complaint, null);
    }

    /** A complaint about a file, and what made us notice. */
    public InvalidInputException(String source, String complaint, Throwable cause) {
        super(PrintableText.line(source, LONGEST_PART) + ": " + PrintableText.line(complaint, LONGEST_PART), cause);
        this.complaint = PrintableText.line(complaint, LONGEST_PART);
    }

    /** The message without the file: {@code field: rule, but was value}. */
    public String complaint() {
        return complaint;
    }

    /** A value from a file as a complaint quotes it: so short that the rest of the complaint is still read. */
    static String quote(String value) {
        return PrintableText.line(value, LONGEST_VALUE);
    }
}
