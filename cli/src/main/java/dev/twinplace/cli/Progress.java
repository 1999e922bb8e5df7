package dev.twinplace.cli;

import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar on standard error if that is a terminal, and nothing otherwise. Java cannot ask that of standard error, so
 * the launcher does and says so in the property {@value #TERMINAL}.
 */
final class Progress implements AutoCloseable {
    private static final String TERMINAL = "twinplace.terminal";

    private final ProgressBar bar;

    Progress(String task, int steps) {
        bar = !isShown() ? null : builder(task, steps).build();
    }

    /** For a bar with a name and so many steps. */
    static ProgressBarBuilder builder(String task, long steps) {
        ProgressBarBuilder builder = new ProgressBarBuilder();
        if (System.getenv("NO_COLOR") != null) {
            builder.setStyle(ProgressBarStyle.UNICODE_BLOCK);
        }
        return builder.setTaskName(task).setInitialMax(steps).clearDisplayOnFinish();
    }

    /** Whether standard error is a terminal whose lines can be drawn over. */
    static boolean isShown() {
        return isShown(System.getenv());
    }

    /** As {@link #isShown()}, in this environment. */
    static boolean isShown(Map<String, String> environment) {
        return Boolean.getBoolean(TERMINAL) && !"dumb".equals(environment.get("TERM"));
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
