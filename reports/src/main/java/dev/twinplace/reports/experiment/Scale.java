package dev.twinplace.reports.experiment;

/** How much an experiment does. */
public enum Scale {
    /** What is published. */
    FULL,
    /** Fewer problems, seeds and iterations, for a first look. */
    QUICK,
    /** Just enough for tables to have rows: for tests. */
    TINY;

    /** One of three settings. */
    public <T> T pick(T full, T quick, T tiny) {
        return switch (this) {
            case FULL -> full;
            case QUICK -> quick;
            case TINY -> tiny;
        };
    }
}
