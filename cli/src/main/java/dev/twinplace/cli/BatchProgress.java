package dev.twinplace.cli;

import dev.twinplace.cli.batch.Batch;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;

/** How far a batch is, how fast it goes and how long it will take, on a terminal. */
final class BatchProgress implements Batch.Listener, AutoCloseable {
    private ProgressBar bar;

    @Override
    public void begins(long lines, long written) {
        if (Progress.isShown()) {
            bar = Progress.builder("batch", lines)
                    .startsFrom(written, Duration.ZERO)
                    .setUnit(" lines", 1)
                    .showSpeed()
                    .build();
        }
    }

    @Override
    public void written(long lines) {
        if (bar != null) {
            bar.stepBy(lines);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
