package dev.twinplace.spark;

import dev.twinplace.decision.lines.LineSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace batch} by Spark: on all cores of this machine, or on the cluster of {@code spark-submit}. */
@Command(
        name = "twinplace-spark",
        description = "Places the twins of many scenarios, one on each line, by Spark. Answers are those of twinplace batch.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SparkBatch implements Callable<Integer> {
    private static final int BAD_INPUT = 2;
    private static final String MASTER = "spark.master";

    /** What is written. */
    enum Format {
        /** Answers as JSON lines. */
        JSON,
        /** Figures in columns, and the whole answer in one. */
        PARQUET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Scenarios as JSON lines: files, directories or patterns that Spark can read.")
    private List<String> inputs;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the answers; must not exist.")
    private String output;

    @Option(names = "--format", description = "Output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.JSON;

    @Option(names = "--solver", paramLabel = "ID", description = "As of twinplace batch (default: ${DEFAULT-VALUE}).")
    private String solver = LineSettings.DEFAULT_SOLVER;

    @Option(names = "--nodes", paramLabel = "K", description = "As of twinplace batch (default: ${DEFAULT-VALUE}).")
    private long nodes = LineSettings.DEFAULT_NODES;

    @Option(names = "--seed", paramLabel = "L", description = "Seed of solvers that draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    public static void main(String[] arguments) {
        int status = run(new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
        if (status != 0) { // where a cluster runs this, an exit would look like a failure
            System.exit(status);
        }
    }

    /** Runs one command line without ending the process. */
    static int run(PrintWriter err, String... arguments) {
        return new CommandLine(new SparkBatch())
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((failure, unused) -> complain(err, failure.getMessage()))
                .execute(arguments);
    }

    private static int complain(PrintWriter err, String message) {
        err.println("twinplace: " + message.lines().findFirst().orElse(""));
        return BAD_INPUT;
    }

    @Override
    public Integer call() {
        LineSettings settings = settings();
        SparkSession.Builder builder = SparkSession.builder().appName("twinplace batch");
        if (!new SparkConf().contains(MASTER)) {
            builder.master("local[*]");
        }
        SparkSession spark = builder.getOrCreate();
        try {
            write(SparkAnswers.of(SparkAnswers.lines(spark, inputs), settings));
            return 0;
        } catch (AnalysisException e) { // is checked, but not declared by the Scala methods that throw it
            return complain(spec.commandLine().getErr(), e.getMessage());
        } finally {
            spark.stop();
        }
    }

    private LineSettings settings() {
        try {
            return new LineSettings(solver, nodes, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private void write(Dataset<String> answers) throws AnalysisException {
        switch (format) {
            case JSON -> answers.write().text(output);
            case PARQUET -> SparkAnswers.columns(answers).write().parquet(output);
        }
    }
}
