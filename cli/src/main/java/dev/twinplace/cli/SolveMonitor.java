package dev.twinplace.cli;

import dev.twinplace.api.IncumbentListener;
import dev.twinplace.decision.Question;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/**
 * One line about a solve in progress, drawn over again on a terminal: time, incumbent, bound and gap. A solve of less than a
 * second shows nothing.
 */
final class SolveMonitor implements IncumbentListener, AutoCloseable {
    private static final int WIDTH = 79;
    private static final int LONGEST_NAME = 24;
    private static final long SILENT_MILLIS = 1000;
    private static final long REDRAW_MILLIS = 200;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Question question;
    private final PrintWriter err;
    private final long start = System.nanoTime();
    private final Timer clock = new Timer("solve-monitor", true);
    private double cost = Double.POSITIVE_INFINITY;
    private double lowerBound = Double.NEGATIVE_INFINITY;
    private boolean isDrawn;
    private boolean isClosed;

    /** A monitor that draws only when it is told to. */
    SolveMonitor(Question question, PrintWriter err) {
        this.question = question;
        this.err = err;
    }

    /** A monitor whose clock draws. */
    static SolveMonitor start(Question question, PrintWriter err) {
        SolveMonitor monitor = new SolveMonitor(question, err);
        monitor.startClock();
        return monitor;
    }

    private void startClock() {
        clock.scheduleAtFixedRate(
                new TimerTask() {
                    @Override
                    public void run() {
                        draw(Duration.ofNanos(System.nanoTime() - start));
                    }
                },
                SILENT_MILLIS,
                REDRAW_MILLIS);
    }

    @Override
    public synchronized void improved(double newCost, double newBound, Duration elapsed) {
        cost = newCost;
        lowerBound = newBound;
    }

    synchronized void draw(Duration elapsed) {
        if (isClosed) {
            return;
        }
        err.print(ERASE_LINE + text(elapsed));
        err.flush();
        isDrawn = true;
    }

    private String text(Duration elapsed) {
        String name = question.file();
        String shown = name.length() <= LONGEST_NAME ? name : "..." + name.substring(name.length() - LONGEST_NAME + 3);
        double gap = (cost - lowerBound) / Math.abs(lowerBound);
        String text = shown + "  " + FigureText.time(elapsed.toNanos() / 1e3) + "  cost " + figure(cost) + "  bound "
                + figure(lowerBound) + "  gap " + FigureText.percent(gap, 3);
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH);
    }

    private String figure(double objective) {
        return Double.isFinite(objective) ? FigureText.number(question.userCost(objective)) : "-";
    }

    /** Stops drawing and leaves an empty line. */
    @Override
    public synchronized void close() {
        clock.cancel();
        isClosed = true;
        if (isDrawn) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }
}
