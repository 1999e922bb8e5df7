package dev.twinplace.reports.experiment.suite;

/** Told how an experiment gets on. Called by one thread at a time. */
public interface CellProgress {
    /** An experiment begins. */
    void begun(String experiment, int cells);

    /** One of its cells is done, now or in an earlier run. */
    void done(String cell);
}
