package dev.twinplace.reports.experiment.suite;

/** Tells nobody. */
class SilentProgress implements PartProgress {
    @Override
    public void begun(String experiment, int parts) {}

    @Override
    public void done(String part) {}
}
