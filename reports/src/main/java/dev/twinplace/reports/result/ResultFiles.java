package dev.twinplace.reports.result;

import dev.twinplace.io.AtomicFiles;
import dev.twinplace.io.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the JSON files of experiments and benchmarks. Reading is strict: what is unknown, missing or of another type is a
 * complaint that names the field.
 */
public final class ResultFiles {
    /** The format in the files of experiments. */
    public static final String EXPERIMENT_FORMAT = "twinplace/experiment/1";

    /** The format in the files of benchmarks. */
    public static final String BENCHMARK_FORMAT = "twinplace/benchmark/1";

    private static final String FORMAT_FIELD = "format";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private ResultFiles() {}

    /**
     * Reads the result of an experiment.
     *
     * @throws InvalidInputException if it cannot be read or is none
     */
    public static ExperimentResult readExperiment(Path file) {
        return read(file, EXPERIMENT_FORMAT, ExperimentResult.class);
    }

    /**
     * Reads the result of a benchmark.
     *
     * @throws InvalidInputException if it cannot be read or is none
     */
    public static BenchmarkResult readBenchmark(Path file) {
        return read(file, BENCHMARK_FORMAT, BenchmarkResult.class);
    }

    private static <T> T read(Path file, String format, Class<T> type) {
        String source = file.toString();
        try {
            JsonNode root = MAPPER.readTree(Files.readString(file));
            requireFormat(source, root, format);
            return MAPPER.treeToValue(((ObjectNode) root).without(FORMAT_FIELD), type);
        } catch (IOException e) {
            throw new InvalidInputException(source, "must be readable UTF-8, but is not: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new InvalidInputException(source, Complaint.of(e), e);
        }
    }

    private static void requireFormat(String source, JsonNode root, String expected) {
        if (!root.isObject()) {
            throw new InvalidInputException(source, "must be a JSON object, but is not");
        }
        JsonNode format = root.get(FORMAT_FIELD);
        if (format == null || !format.isString() || !format.stringValue().equals(expected)) {
            throw new InvalidInputException(source, "format: must be \"" + expected + "\", but was " + format);
        }
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static void write(ExperimentResult result, Path file) {
        write(result, EXPERIMENT_FORMAT, file);
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static void write(BenchmarkResult result, Path file) {
        write(result, BENCHMARK_FORMAT, file);
    }

    private static void write(Object result, String format, Path file) {
        ObjectNode root = MAPPER.createObjectNode().put(FORMAT_FIELD, format);
        root.setAll((ObjectNode) MAPPER.valueToTree(result));
        String text = MAPPER.writer().with(Layout.printer()).writeValueAsString(root) + "\n";
        AtomicFiles.write(file, out -> writeText(text, out));
    }

    private static void writeText(String text, OutputStream out) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
