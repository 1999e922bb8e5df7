package dev.twinplace.reports.experiment.suite;

/** Reports nothing. */
class SilentProgress implements CellProgress {
    @Override
    public void begun(String experiment, int cells) {}

    @Override
    public void done(String cell) {}
}
