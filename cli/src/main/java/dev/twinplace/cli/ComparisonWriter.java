package dev.twinplace.cli;

/** Writes comparisons one after the other, each at once. */
interface ComparisonWriter {
    void write(Compared compared);

    /** Says in one line why there is no comparison on something. */
    void fail(String title, String error);
}
