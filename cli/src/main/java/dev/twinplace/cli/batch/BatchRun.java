package dev.twinplace.cli.batch;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.decision.lines.LineAnswer;
import dev.twinplace.decision.lines.LineDecider;
import dev.twinplace.io.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Answers the lines that its shards miss.
 *
 * <p>This thread reads chunks of lines and writes their answers in the same order; all others parse, solve and format. So the
 * shards hold a whole number of answers at any time, and they are the same for any number of threads. What is under way is
 * bounded in bytes, and in chunks: what is kept for long is costly to the garbage collector.
 */
final class BatchRun {
    private static final long MAX_BYTES_UNDER_WAY = 1 << 25;
    private static final int MAX_CHUNKS_UNDER_WAY = 256;

    private final LineDecider decider;
    private final Shards shards;
    private final BatchTally tally;
    private final CancellationToken cancellation;
    private final LongConsumer progress;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private long bytesUnderWay;

    /** Answers to the first lines of a chunk: all of them, unless the run was cancelled. */
    private record Answers(LineChunk text, BatchTally tally) {}

    private record Pending(int shard, LineChunk questions, Future<Answers> answers) {}

    /**
     * A run that goes on where the shards end.
     *
     * @param tally of the lines that are written; those of this run are added
     * @param cancellation ends the run early; what is written then is whole
     * @param progress told how many lines were written more
     */
    BatchRun(
            LineDecider decider,
            Shards shards,
            BatchTally tally,
            CancellationToken cancellation,
            LongConsumer progress) {
        this.decider = decider;
        this.shards = shards;
        this.tally = tally;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /**
     * Answers all lines that are missing.
     *
     * @param reader at the first line of all
     * @param threads that solve
     * @throws IOException if a shard cannot be written
     */
    void run(LineReader reader, int threads) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "batch");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (int shard = 0; shard < shards.count() && !cancellation.isCancelled(); shard++) {
                read(shard, reader, pool);
            }
            while (!pending.isEmpty()) {
                writeNext();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void read(int shard, LineReader reader, ExecutorService pool) throws IOException {
        if (shards.missing(shard) == 0) {
            shards.complete(shard);
        }
        long line = shards.begin(shard) + shards.written(shard);
        long end = line + shards.missing(shard);
        requireUnchanged(reader.skip(shards.written(shard)) == shards.written(shard));
        while (line < end && !cancellation.isCancelled()) {
            LineChunk chunk = reader.next(end - line);
            requireUnchanged(chunk.lines() > 0);
            long first = line;
            line += chunk.lines();
            bytesUnderWay += chunk.bytes().length;
            pending.add(new Pending(shard, chunk, pool.submit(() -> answer(first, chunk))));
            while (bytesUnderWay > MAX_BYTES_UNDER_WAY || pending.size() > MAX_CHUNKS_UNDER_WAY) {
                writeNext();
            }
        }
    }

    private static void requireUnchanged(boolean condition) {
        if (!condition) {
            throw new InvalidInputException(
                    LineDecider.SOURCE, "must not change during a run, but has fewer lines now");
        }
    }

    private Answers answer(long first, LineChunk chunk) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(chunk.bytes().length);
        BatchTally done = new BatchTally();
        int begin = 0;
        for (int i = 0; i < chunk.lines() && !cancellation.isCancelled(); i++) {
            int end = chunk.end(begin);
            Optional<LineAnswer> answer = decider.answer(chunk.bytes(), begin, end - begin, cancellation);
            if (answer.isEmpty()) {
                break;
            }
            bytes.writeBytes(answer.get().json().getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
            done.add(first + i, answer.get());
            begin = end + 1;
        }
        return new Answers(new LineChunk(bytes.toByteArray(), Math.toIntExact(done.lines())), done);
    }

    /** Writes the first answers that are not written yet, as soon as they are there. */
    private void writeNext() throws IOException {
        Pending next = pending.remove();
        bytesUnderWay -= next.questions().bytes().length;
        Answers answers = await(next.answers());
        shards.append(next.shard(), answers.text());
        tally.add(answers.tally());
        progress.accept(answers.text().lines());
        if (answers.text().lines() < next.questions().lines()) { // the next answers are not the next lines
            pending.clear();
            bytesUnderWay = 0;
        }
    }

    private static Answers await(Future<Answers> answers) {
        try {
            return answers.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception
                    ? exception
                    : new IllegalStateException("a chunk failed", e.getCause());
        }
    }
}
