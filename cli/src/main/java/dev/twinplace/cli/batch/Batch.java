package dev.twinplace.cli.batch;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.decision.lines.LineDecider;
import dev.twinplace.decision.lines.LineSettings;
import dev.twinplace.io.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A batch to run.
 *
 * <p>The directory's shards have one line for each line of the inputs, in their order. Their bytes depend on the lines, the
 * settings and the number of shards, and on nothing else.
 *
 * @param inputs whose lines are scenarios
 * @param output the directory
 * @param shards how many files to write, from 1 to {@link #MAX_SHARDS}
 * @param settings what the answers depend on
 * @param version of this program, which the answers depend on too
 */
public record Batch(List<BatchSource> inputs, Path output, int shards, LineSettings settings, String version) {
    /** The most that five digits can number. */
    public static final int MAX_SHARDS = 100_000;

    public Batch {
        inputs = List.copyOf(inputs);
        if (shards < 1 || shards > MAX_SHARDS) {
            throw new IllegalArgumentException("shards: must be from 1 to " + MAX_SHARDS + ", but was " + shards);
        }
    }

    /** Is told how far a batch is. */
    public interface Listener {
        /**
         * The inputs are read through.
         *
         * @param lines of all inputs
         * @param written of them by an earlier run
         */
        void begins(long lines, long written);

        /** So many more lines are written. */
        void written(long lines);
    }

    /**
     * Runs it to its end, or until it is cancelled.
     *
     * @param resume whether to go on where an earlier run of the same batch ended, if there is one
     * @param threads that solve
     * @throws InvalidInputException if an input cannot be read, or the directory not be written or has something else
     */
    public BatchResult run(boolean resume, int threads, CancellationToken cancellation, Listener listener) {
        try (BatchDirectory directory = BatchDirectory.open(output, resume);
                BatchInput input = BatchInput.read(inputs, output, cancellation)) {
            if (cancellation.isCancelled()) {
                return BatchResult.NOTHING;
            }
            directory.begin(BatchManifest.of(input, settings, shards, version));
            return run(input, threads, cancellation, listener);
        } catch (IOException e) {
            throw BatchDirectory.unwritable(output, e);
        }
    }

    private BatchResult run(BatchInput input, int threads, CancellationToken cancellation, Listener listener)
            throws IOException {
        try (Shards files = new Shards(output, shards, input.lines());
                LineReader reader = new LineReader(input.open(), LineDecider.MAX_BYTES)) {
            BatchTally tally = files.find();
            listener.begins(input.lines(), tally.lines());
            new BatchRun(new LineDecider(settings), files, tally, cancellation, listener::written).run(reader, threads);
            if (!cancellation.isCancelled()) {
                input.requireReadAgain();
            }
            return BatchResult.of(input, tally);
        }
    }
}
