package dev.twinplace.service.settings;

/**
 * What a service takes at a time.
 *
 * @param threads how many questions it solves at once, each on one thread
 * @param queue how many wait for that; more are refused
 * @param maxBody the longest body, and the longest line of JSON lines, in bytes
 * @param maxCells the largest number of twins times servers of a scenario
 * @param maxConnections how many clients are connected; others wait in the system's own queue
 * @param maxSessions how many sessions are kept
 */
public record Limits(int threads, int queue, int maxBody, long maxCells, int maxConnections, int maxSessions) {
    private static final int MEGABYTE = 1_000_000;

    /** For the cores of this machine. */
    public static final Limits DEFAULT =
            new Limits(Runtime.getRuntime().availableProcessors(), 100, 16 * MEGABYTE, 2_000_000, 1000, 100);

    public Limits {
        require("threads", threads, 1);
        require("queue", queue, 0);
        require("max-body", maxBody, 1);
        require("max-cells", maxCells, 1);
        require("max-connections", maxConnections, 1);
        require("max-sessions", maxSessions, 0);
    }

    private static void require(String name, long value, long min) {
        if (value < min) {
            throw new IllegalArgumentException(name + ": must be at least " + min + ", but was " + value);
        }
    }
}
