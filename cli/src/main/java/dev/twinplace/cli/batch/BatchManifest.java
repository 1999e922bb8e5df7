package dev.twinplace.cli.batch;

import dev.twinplace.api.SolverSpec;
import dev.twinplace.decision.lines.LineSettings;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.Sha256;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the bytes of a directory's shards depend on, as the file {@value #NAME} in it states it. One run goes on with the shards
 * of another only if this is the same.
 *
 * @param values as JSON, by field; in the order of the file
 */
record BatchManifest(Map<String, String> values) {
    static final String NAME = "manifest.json";

    private static final String FORMAT = "twinplace/batch/1";
    private static final Pattern MEMBER = Pattern.compile(" *\"(\\w+)\": (.+?),?");

    /** Of a run. */
    static BatchManifest of(BatchInput input, LineSettings settings, int shards, String version) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("format", quoted(FORMAT));
        values.put("version", quoted(version));
        values.put("jdk", Integer.toString(Runtime.version().feature()));
        values.put("inputSha256", quoted(input.sha256()));
        values.put("lines", Long.toString(input.lines()));
        values.put("shards", Integer.toString(shards));
        values.put("solver", quoted(settings.solver()));
        String model = SolverSpec.parse(settings.solver()).options().get("model");
        if (model != null) {
            values.put("modelSha256", quoted(Sha256.of(Path.of(model))));
        }
        values.put("nodes", Long.toString(settings.nodes()));
        values.put("seed", Long.toString(settings.seed()));
        return new BatchManifest(values);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Of the text that {@link #text} gave. */
    static BatchManifest parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        text.lines()
                .map(MEMBER::matcher)
                .filter(Matcher::matches)
                .forEach(each -> values.put(each.group(1), each.group(2)));
        return new BatchManifest(values);
    }

    /** A JSON object with a field on each line. */
    String text() {
        StringBuilder text = new StringBuilder("{");
        values.forEach((field, value) -> text.append(text.length() == 1 ? "\n" : ",\n")
                .append("  \"")
                .append(field)
                .append("\": ")
                .append(value));
        return text.append("\n}\n").toString();
    }

    /**
     * Makes sure that a run with this manifest may go on where another ended.
     *
     * @param source what to call the other's file
     * @throws InvalidInputException if they differ; names the first field that does
     */
    void requireSame(String source, BatchManifest other) {
        for (Map.Entry<String, String> entry : values.entrySet()) {
            String theirs = other.values.getOrDefault(entry.getKey(), "missing");
            if (!theirs.equals(entry.getValue())) {
                throw new InvalidInputException(
                        source,
                        entry.getKey() + ": must be that of this run, which is " + entry.getValue() + ", but is "
                                + theirs);
            }
        }
    }
}
