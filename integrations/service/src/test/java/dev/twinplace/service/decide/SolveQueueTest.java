package dev.twinplace.service.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SolveQueueTest {
    private final List<String> done = new ArrayList<>();
    private final List<SolveQueue.Turn> turns = new ArrayList<>();
    private final List<Runnable> handed = new ArrayList<>();
    private final AtomicInteger waits = new AtomicInteger();

    private SolveQueue.Work work(String name) {
        return turn -> {
            done.add(name);
            turns.add(turn);
        };
    }

    @Test
    void workWaitsInItsOrderAndWhatIsTooMuchIsRefused() {
        SolveQueue queue = new SolveQueue(2, 1, Runnable::run, nanos -> waits.incrementAndGet());
        assertTrue(queue.offer(work("a")));
        assertTrue(queue.offer(work("b")));
        assertFalse(queue.isFull());
        assertTrue(queue.offer(work("c")));
        assertTrue(queue.isFull());
        assertFalse(queue.offer(work("d")));
        queue.proceed(work("e"));
        assertEquals(List.of("a", "b"), done);
        assertEquals(2, queue.running());
        assertEquals(2, queue.waiting());
        turns.get(1).end();
        turns.get(1).end(); // counts once
        assertEquals(List.of("a", "b", "c"), done);
        turns.get(0).end();
        assertEquals(List.of("a", "b", "c", "e"), done);
        assertEquals(2, waits.get());
        turns.get(2).end();
        turns.get(3).end();
        assertEquals(0, queue.running());
        assertTrue(queue.offer(work("f")));
    }

    @Test
    void noMoreRunAtATimeThanMay() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        SolveQueue queue = new SolveQueue(3, 10_000, threads, nanos -> {});
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(5000);
        for (int i = 0; i < 5000; i++) {
            threads.execute(() -> queue.offer(turn -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                turn.end();
                left.countDown();
            }));
        }
        assertTrue(left.await(30, TimeUnit.SECONDS));
        assertTrue(queue.awaitIdle(30_000));
        assertTrue(most.get() <= 3, most::toString);
        threads.shutdown();
    }

    /** Three parts of one request, each asked for in the turn of the one before. */
    private SolveQueue.Work part(SolveQueue queue, int number) {
        return turn -> {
            done.add("part " + number);
            if (number < 3) {
                queue.proceed(part(queue, number + 1));
            }
            turn.end();
        };
    }

    @Test
    void theNextPartsGoOnOnTheSameThread() {
        SolveQueue queue = new SolveQueue(2, 10, handed::add, nanos -> {});
        queue.proceed(part(queue, 1));
        assertEquals(1, handed.size());
        handed.remove(0).run();
        assertEquals(List.of("part 1", "part 2", "part 3"), done);
        assertEquals(List.of(), handed);
        assertEquals(0, queue.running());
    }

    @Test
    void ofTwoPartsOneGoesOnHereAndOneElsewhere() {
        SolveQueue queue = new SolveQueue(2, 10, handed::add, nanos -> {});
        queue.proceed(turn -> {
            queue.proceed(part(queue, 3));
            queue.proceed(work("elsewhere"));
            turn.end();
        });
        handed.remove(0).run();
        assertEquals(List.of("part 3"), done);
        handed.remove(0).run();
        assertEquals(List.of("part 3", "elsewhere"), done);
        turns.get(0).end();
        assertEquals(0, queue.running());
    }

    @Test
    void thePartsOfARequestTakeTurnsWithOthers() {
        SolveQueue queue = new SolveQueue(1, 10, handed::add, nanos -> {});
        queue.proceed(turn -> {
            queue.offer(other -> {
                done.add("other");
                other.end();
            });
            part(queue, 2).run(turn);
        });
        handed.remove(0).run();
        assertEquals(List.of("part 2", "other", "part 3"), done);
        assertEquals(0, queue.running());
    }

    /** The thread of an offer is that of a connection, which must not serve others. */
    @Test
    void whatWaitsForAnOfferGoesOnElsewhere() {
        SolveQueue queue = new SolveQueue(1, 10, handed::add, nanos -> {});
        queue.offer(turn -> {
            queue.proceed(part(queue, 3));
            turn.end();
        });
        assertEquals(List.of(), done);
        handed.remove(0).run();
        assertEquals(List.of("part 3"), done);
        assertEquals(0, queue.running());
    }

    /** As where a solver does not stop: what waits for its turn does not wait for its thread. */
    @Test
    void whatWaitsForATurnThatAnotherThreadEndsGoesOnElsewhere() {
        SolveQueue queue = new SolveQueue(1, 10, handed::add, nanos -> {});
        queue.proceed(turn -> {
            queue.proceed(part(queue, 3));
            CompletableFuture.runAsync(turn::end).join();
            assertEquals(1, handed.size());
            CompletableFuture.runAsync(handed.remove(0)).join();
            assertEquals(List.of("part 3"), done);
            queue.proceed(part(queue, 2)); // nothing runs: not a part of this turn any more
            assertEquals(1, handed.size());
        });
        handed.remove(0).run();
        handed.remove(0).run();
        assertEquals(List.of("part 3", "part 2", "part 3"), done);
        assertEquals(0, queue.running());
    }

    @Test
    void whatFailsInItsTurnDelaysNoOther() {
        SolveQueue queue = new SolveQueue(1, 10, handed::add, nanos -> {});
        queue.proceed(turn -> {
            queue.proceed(part(queue, 3));
            turn.end();
            throw new IllegalStateException("a bug");
        });
        assertThrows(IllegalStateException.class, handed.remove(0)::run);
        handed.remove(0).run();
        assertEquals(List.of("part 3"), done);
        assertEquals(0, queue.running());
    }

    @Test
    void itCanBeWaitedFor() throws InterruptedException {
        SolveQueue queue = new SolveQueue(1, 1, Runnable::run, nanos -> {});
        assertTrue(queue.awaitIdle(0));
        queue.offer(work("a"));
        assertFalse(queue.awaitIdle(1));
        turns.get(0).end();
        assertTrue(queue.awaitIdle(0));
        assertTrue(queue.secondsToWait() >= 1);
    }
}
