package dev.twinplace.reports.experiment.suite;

/** Told how an experiment gets on. Called by one thread at a time. */
public interface PartProgress {
    /** An experiment begins. */
    void begun(String experiment, int parts);

    /** One of its parts is done, now or in an earlier run. */
    void done(String part);
}
