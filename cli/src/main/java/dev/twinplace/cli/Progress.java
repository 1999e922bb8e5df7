package dev.twinplace.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * A progress bar on standard error if that is a terminal, and nothing otherwise. Java cannot ask that of standard error, so
 * the launcher does and says so in the property {@value #TERMINAL}.
 */
final class Progress implements AutoCloseable {
    private static final String TERMINAL = "twinplace.terminal";

    private final ProgressBar bar;

    Progress(String task, int steps) {
        bar = !isShown()
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(steps)
                        .clearDisplayOnFinish()
                        .build();
    }

    /** Whether anybody sees one. */
    static boolean isShown() {
        return Boolean.getBoolean(TERMINAL);
    }

    void step(String what) {
        if (bar != null) {
            bar.setExtraMessage(what);
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
