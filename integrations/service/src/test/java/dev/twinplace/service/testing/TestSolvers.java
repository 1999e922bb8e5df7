package dev.twinplace.service.testing;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Solvers whose end a test decides. Each offers all twins on the last server first. {@code patient} waits for the test, its
 * budget or its cancellation; {@code stubborn} waits for the test alone; {@code buggy} fails.
 */
public final class TestSolvers implements SolverCatalog {
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final AtomicInteger CANCELLED = new AtomicInteger();
    private static volatile CountDownLatch gate = new CountDownLatch(1);

    /** Begins a test: none has started, and all that start will wait. */
    public static void close() {
        open();
        STARTED.set(0);
        CANCELLED.set(0);
        gate = new CountDownLatch(1);
    }

    /** Lets all end that wait, and all to come. */
    public static void open() {
        gate.countDown();
    }

    /** How many solves have started. */
    public static int started() {
        return STARTED.get();
    }

    /** How many of them were cancelled. */
    public static int cancelled() {
        return CANCELLED.get();
    }

    @Override
    public List<SolverEntry> entries() {
        return List.of(
                new SolverEntry("patient", "none", () -> (PlacementSolver) TestSolvers::waitPatiently),
                new SolverEntry("stubborn", "none", () -> (PlacementSolver) TestSolvers::waitStubbornly),
                new SolverEntry("buggy", "none", () -> (PlacementSolver) context -> {
                    throw new IllegalStateException("a bug of this solver");
                }));
    }

    private static void start(SolveContext context) {
        int[] serverOf = new int[context.problem().twins()];
        Arrays.fill(serverOf, context.problem().servers() - 1);
        context.offer(serverOf);
        STARTED.incrementAndGet();
    }

    private static void waitPatiently(SolveContext context) {
        start(context);
        CountDownLatch awaited = gate;
        boolean isOpen = false;
        while (!isOpen && !context.meter().isSpent(0)) {
            isOpen = isOpen(awaited, 1);
        }
        if (context.cancellation().isCancelled()) {
            CANCELLED.incrementAndGet();
        }
    }

    private static void waitStubbornly(SolveContext context) {
        start(context);
        isOpen(gate, TimeUnit.MINUTES.toMillis(1));
    }

    private static boolean isOpen(CountDownLatch awaited, long millis) {
        try {
            return awaited.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
