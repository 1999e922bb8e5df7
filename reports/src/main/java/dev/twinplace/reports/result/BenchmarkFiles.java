package dev.twinplace.reports.result;

import dev.twinplace.io.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON files of benchmarks: JMH's own results, or tables, or both, with where they were measured. */
public final class BenchmarkFiles {
    /** The format in the files of benchmarks. */
    public static final String FORMAT = "twinplace/benchmark/1";

    private static final String RESULTS = "results";
    private static final String TABLES = "tables";

    private BenchmarkFiles() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read or is not the result of a benchmark
     */
    public static BenchmarkResult read(Path file) {
        String variant = file.getFileName().toString().replaceFirst("\\.json$", "");
        try {
            return ResultFiles.read(file, FORMAT, root -> result(variant, root));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(file.toString(), e.getMessage(), e);
        }
    }

    private static BenchmarkResult result(String variant, ObjectNode root) {
        List<Table> tables = new ArrayList<>();
        for (JsonNode table : root.path(TABLES)) {
            tables.add(ResultFiles.MAPPER.treeToValue(table, Table.class));
        }
        if (!root.path(RESULTS).isEmpty()) {
            tables.add(JmhTable.of(root.get(RESULTS)));
        }
        Required.all(List.of(RESULTS), tables.isEmpty() ? null : tables);
        return new BenchmarkResult(
                text(root, "benchmark"),
                variant,
                text(root, "command"),
                text(root, "date"),
                Optional.ofNullable(root.get("commit"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue),
                environment(root),
                tables);
    }

    private static Environment environment(ObjectNode root) {
        JsonNode node = root.get("environment");
        Required.all(List.of("environment"), node);
        try {
            return ResultFiles.MAPPER.treeToValue(node, Environment.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("environment." + Complaint.of(e), e);
        }
    }

    private static String text(ObjectNode root, String field) {
        JsonNode value = root.get(field);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException(field + ": must be text, but was " + value);
        }
        return value.stringValue();
    }
}
