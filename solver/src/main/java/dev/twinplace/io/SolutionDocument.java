package dev.twinplace.io;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The fields {@code format} and {@code placement} of a solution; others are passed over. */
final class SolutionDocument {
    private static final String FORMAT = "twinplace/solution/2";

    private SolutionDocument() {}

    /**
     * Reads the object that begins here.
     *
     * @param placement consumes the value of each twin of the placement, given its id
     */
    static void read(StrictJson json, Consumer<String> placement) {
        Set<String> seen = new HashSet<>();
        json.object(field -> {
            if (!seen.add(field)) {
                throw json.repeatedField();
            }
            switch (field) {
                case "format" -> readFormat(json);
                case "placement" -> json.object(placement);
                default -> json.skip();
            }
        });
        for (String field : new String[] {"format", "placement"}) {
            if (!seen.contains(field)) {
                throw json.missingField(field);
            }
        }
    }

    private static void readFormat(StrictJson json) {
        String format = json.string();
        if (!format.equals(FORMAT)) {
            throw json.fail("must be " + FORMAT + ", but was " + InvalidInputException.quote(format));
        }
    }
}
