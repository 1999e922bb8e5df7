package dev.twinplace.cli;

import dev.twinplace.reports.experiment.suite.PartProgress;

/** A progress bar for an experiment, with a step for each of its parts. */
final class ExperimentProgress implements PartProgress, AutoCloseable {
    private Progress bar;

    @Override
    public void begun(String experiment, int parts) {
        bar = new Progress(experiment, parts);
    }

    @Override
    public void done(String part) {
        bar.step(part);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
