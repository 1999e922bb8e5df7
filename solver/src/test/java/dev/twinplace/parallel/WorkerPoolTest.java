package dev.twinplace.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkerPoolTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void resultsAreInTheOrderOfTheTasks(int threads) {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            tasks.add(() -> number);
        }
        try (WorkerPool pool = new WorkerPool(threads, "test")) {
            List<Integer> results = pool.run(tasks);
            for (int i = 0; i < 20; i++) {
                assertEquals(i, results.get(i));
            }
        }
    }

    /** Added up in another order, these give 1: doubles near 1e16 are even. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void sumsAreAddedUpInOrder(int threads) {
        try (WorkerPool pool = new WorkerPool(threads, "test")) {
            assertEquals(0, pool.sumOf(List.of(() -> 1.0, () -> 1e17, () -> -1e17)));
        }
    }

    @Test
    void withOneThreadTasksRunOnTheCallers() {
        try (WorkerPool pool = new WorkerPool(1, "test")) {
            Callable<Thread> task = Thread::currentThread;
            assertSame(Thread.currentThread(), pool.run(List.of(task)).get(0));
        }
    }

    @Test
    void withSeveralThreadsTasksRunAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Callable<Boolean> meeting = () -> {
            both.countDown();
            both.await();
            return true;
        };
        try (WorkerPool pool = new WorkerPool(2, "test")) {
            assertEquals(List.of(true, true), pool.run(List.of(meeting, meeting)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatATaskThrowsIsThrown(int threads) {
        IllegalArgumentException thrown = new IllegalArgumentException("no");
        Callable<Integer> failing = () -> {
            throw thrown;
        };
        try (WorkerPool pool = new WorkerPool(threads, "test")) {
            assertSame(thrown, assertThrows(IllegalArgumentException.class, () -> pool.run(List.of(() -> 1, failing))));
        }
    }

    @Test
    void anInterruptCancels() {
        CountDownLatch never = new CountDownLatch(1);
        Callable<Integer> waiting = () -> {
            never.await();
            return 1;
        };
        try (WorkerPool pool = new WorkerPool(2, "test")) {
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, () -> pool.run(List.of(waiting)));
            assertTrue(Thread.interrupted(), "the flag stays set");
        }
    }

    @Test
    void thereIsAtLeastOneThread() {
        String message = assertThrows(IllegalArgumentException.class, () -> new WorkerPool(0, "test"))
                .getMessage();
        assertEquals("threads: must be at least 1, but was 0", message);
    }
}
