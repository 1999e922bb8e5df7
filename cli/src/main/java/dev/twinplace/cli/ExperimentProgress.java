package dev.twinplace.cli;

import dev.twinplace.reports.experiment.suite.CellProgress;

/** A progress bar for an experiment, with a step for each of its cells. */
final class ExperimentProgress implements CellProgress, AutoCloseable {
    private Progress bar;

    @Override
    public void begun(String experiment, int cells) {
        bar = new Progress(experiment, cells);
    }

    @Override
    public void done(String cell) {
        bar.step(cell);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
