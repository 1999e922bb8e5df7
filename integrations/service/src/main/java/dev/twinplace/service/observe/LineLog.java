package dev.twinplace.service.observe;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes lines on a thread of its own, so that a slow disk or a stopped terminal keeps no request waiting. Lines that come
 * faster than they can be written are dropped; the next line that is written says how many. Thread-safe.
 */
public final class LineLog implements AutoCloseable {
    private static final int MAX_WAITING = 10_000;
    private static final String END = "";

    private final Writer out;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread = new Thread(this::write, "log");

    /** Writes to {@code out}, which is flushed whenever no line waits, and stays open. */
    public LineLog(Writer out) {
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds a line, without its end. */
    public void line(String text) {
        if (!lines.offer(text)) {
            dropped.incrementAndGet();
        }
    }

    private void write() {
        try {
            while (true) {
                String line = lines.poll();
                if (line == null) {
                    out.flush();
                    line = lines.take();
                }
                if (line.isEmpty()) {
                    out.flush();
                    return;
                }
                long lost = dropped.getAndSet(0);
                if (lost > 0) {
                    out.write("{\"dropped\":" + lost + "}\n");
                }
                out.write(line);
                out.write('\n');
            }
        } catch (IOException e) { // there is no place left to say so; the service goes on
            lines.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what waits, within a second. */
    @Override
    public void close() {
        try {
            if (lines.offer(END, 1, TimeUnit.SECONDS)) {
                thread.join(TimeUnit.SECONDS.toMillis(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
