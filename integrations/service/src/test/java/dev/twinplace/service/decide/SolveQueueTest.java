package dev.twinplace.service.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
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

    /** Parts of one request, each asked for in the turn of the one before. */
    @Test
    void partsGoOnOnTheirThreadUnlessOthersWait() {
        List<Runnable> elsewhere = new ArrayList<>();
        SolveQueue queue = new SolveQueue(1, 10, elsewhere::add, nanos -> {});
        queue.offer(part(queue, 1));
        assertEquals(List.of("1", "2", "3"), done);
        assertEquals(List.of(), elsewhere);
        assertEquals(0, queue.running());
        done.clear();
        queue.offer(turn -> {
            queue.offer(work("other"));
            part(queue, 2).run(turn);
        });
        assertEquals(List.of("2"), done);
        elsewhere.remove(0).run();
        assertEquals(List.of("2", "other"), done);
        turns.get(0).end();
        elsewhere.remove(0).run();
        assertEquals(List.of("2", "other", "3"), done);
        assertEquals(0, queue.running());
    }

    private SolveQueue.Work part(SolveQueue queue, int number) {
        return turn -> {
            done.add("" + number);
            if (number < 3) {
                queue.proceed(part(queue, number + 1));
            }
            turn.end();
        };
    }

    /** As where a solver does not stop: what follows must not wait for its thread. */
    @Test
    void whatFollowsATurnThatAnotherThreadEndsGoesOnElsewhere() throws InterruptedException {
        List<Runnable> elsewhere = new ArrayList<>();
        SolveQueue queue = new SolveQueue(1, 10, elsewhere::add, nanos -> {});
        queue.offer(turn -> {
            queue.proceed(part(queue, 3));
            Thread other = new Thread(turn::end);
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertEquals(1, elsewhere.size());
        });
        assertEquals(List.of(), done);
        elsewhere.remove(0).run();
        assertEquals(List.of("3"), done);
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
