package dev.twinplace.reports.result;

import java.util.Arrays;
import java.util.List;

/** Complains about the parts of a result that a file does not have. */
final class Required {
    private Required() {}

    /** Unless the components of a record, given in the order of their names, are all there. */
    static void all(List<String> names, Object... values) {
        int missing = Arrays.asList(values).indexOf(null);
        if (missing >= 0) {
            throw new IllegalArgumentException(names.get(missing) + ": must be there, but is missing");
        }
    }
}
