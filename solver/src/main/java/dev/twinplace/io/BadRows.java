package dev.twinplace.io;

import java.util.ArrayList;
import java.util.List;

/** What becomes of rows of a table that cannot be read: the first one is an error, or all are skipped and counted. */
public final class BadRows {
    private static final int MAX_REASONS = 3;

    private final boolean areSkipped;
    private final List<String> reasons = new ArrayList<>();
    private int count;

    private BadRows(boolean areSkipped) {
        this.areSkipped = areSkipped;
    }

    /** The first one is an error. */
    public static BadRows refused() {
        return new BadRows(false);
    }

    /** They are skipped and counted. */
    public static BadRows skipped() {
        return new BadRows(true);
    }

    void add(InvalidInputException complaint) {
        if (!areSkipped) {
            throw complaint;
        }
        if (count++ < MAX_REASONS) {
            reasons.add(complaint.getMessage());
        }
    }

    /** How many were skipped. */
    public int count() {
        return count;
    }

    /** The complaints about the first of them, each with its file and line. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
