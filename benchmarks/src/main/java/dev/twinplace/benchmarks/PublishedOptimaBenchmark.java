package dev.twinplace.benchmarks;

import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import dev.twinplace.decision.QuestionFormat;
import dev.twinplace.io.Sense;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long do all proofs of the OR-Library's gap1 to gap6 take together, as maximisation? Two threads.
 *
 * <p>The files are not part of this project: they are looked for in the folder {@code gap} of the directory that the
 * environment calls TWINPLACE_DATA. Without them there is no figure.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {Natives.IGNORE_UNKNOWN, Natives.ALLOW_ACCESS, Natives.ALLOW_UNSAFE})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class PublishedOptimaBenchmark {
    private static final int THREADS = 2;

    @Param({"branch-and-bound", "cp-sat"})
    public String solver;

    private BudgetedSolver chosen;
    private List<Question> questions;

    @Setup
    public void setUp() throws IOException {
        String data = System.getenv("TWINPLACE_DATA");
        if (data == null) {
            throw new IllegalStateException("skipped: needs the OR-Library's gap1 to gap6 in TWINPLACE_DATA");
        }
        chosen = BudgetedSolver.of(solver).withThreads(THREADS);
        questions = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(data, "gap"), "gap[1-6]-[0-4]")) {
            for (Path file : files) {
                questions.addAll(QuestionFormat.ORLIB_GAP.read(file.toString(), file, Sense.MAX));
            }
        }
    }

    /** The sum of the optima, profits being negative costs. */
    @Benchmark
    public double proveAll() {
        double sum = 0;
        for (Question question : questions) {
            sum += chosen.solve(question, 0).lowerBound();
        }
        return sum;
    }
}
