package dev.twinplace.reports.experiment.suite;

/** Reports nothing. */
class SilentProgress implements PartProgress {
    @Override
    public void begun(String experiment, int parts) {}

    @Override
    public void done(String part) {}
}
