package dev.twinplace.model;

/** The rules that values of the model obey. Each returns its argument, so that it can stand where the value is used. */
final class Rules {
    private static final int LONGEST_ID = 256;

    private Rules() {}

    static double positive(String field, double value) {
        if (!(value > 0)) {
            throw new InvalidValueException(field, "must be > 0, but was " + value);
        }
        return finite(field, value);
    }

    static double notNegative(String field, double value) {
        if (!(value >= 0)) {
            throw new InvalidValueException(field, "must be >= 0, but was " + value);
        }
        return finite(field, value);
    }

    static double finite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValueException(field, "must be finite, but was " + value);
        }
        return value;
    }

    static double share(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidValueException(field, "must be in [0, 1], but was " + value);
        }
        return value;
    }

    /** Ids are printed in tables and logs: no blank ones, no control characters, at most 256 characters. */
    static String id(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidValueException(field, "must not be blank");
        }
        if (value.length() > LONGEST_ID) {
            throw new InvalidValueException(
                    field, "must have at most " + LONGEST_ID + " characters, but had " + value.length());
        }
        if (!PrintableText.isPrintable(value)) {
            throw new InvalidValueException(field, "must have printable characters only");
        }
        return value;
    }
}
