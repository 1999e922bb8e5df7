package dev.twinplace.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import dev.twinplace.decision.lines.LineDecider;
import dev.twinplace.decision.lines.LineSettings;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Answers datasets of scenarios. Each row has one answer, an error if it is no scenario; a task that fails is repeated by
 * Spark, with the same answers, for they are a function of the row and the settings alone.
 */
public final class SparkAnswers {
    /** The column of {@link #columns} with the whole answer. */
    public static final String ANSWER = "answer";

    private static final StructType COLUMNS = StructType.fromDDL("scenario STRING, solver STRING, status STRING,"
            + " cost DOUBLE, lowerBound DOUBLE, gap DOUBLE, latency DOUBLE, energy DOUBLE, nodes BIGINT, error STRING");

    private SparkAnswers() {}

    /**
     * The lines of files, as bytes without their ends, packed or not. Nothing is read yet.
     *
     * @param inputs paths that Spark can read: files, directories or patterns
     */
    public static Dataset<byte[]> lines(SparkSession spark, List<String> inputs) {
        return spark.read()
                .option("lineSep", "\n") // as batch; by default a carriage return ends a line, too
                .text(inputs.toArray(String[]::new))
                .select(col("value").cast("binary"))
                .as(Encoders.BINARY());
    }

    /**
     * The answer to each row, in their order, as {@code twinplace batch} writes it.
     *
     * @param lines scenarios as JSON in UTF-8
     */
    public static Dataset<String> of(Dataset<byte[]> lines, LineSettings settings) {
        MapPartitionsFunction<byte[], String> answers = rows -> answers(rows, new LineDecider(settings));
        return lines.mapPartitions(answers, Encoders.STRING());
    }

    private static Iterator<String> answers(Iterator<byte[]> rows, LineDecider decider) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public String next() {
                return decider.answer(rows.next()).json();
            }
        };
    }

    /** Answers with their figures in columns of their own, null where unknown, and the whole in {@value #ANSWER}. */
    public static Dataset<Row> columns(Dataset<String> answers) {
        Dataset<Row> text = answers.toDF(ANSWER);
        return text.select(from_json(col(ANSWER), COLUMNS).as("figures"), col(ANSWER))
                .select(col("figures.*"), col(ANSWER));
    }
}
