package dev.twinplace.benchmarks.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results of JMH in its own JSON. */
final class JmhResults {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JmhResults() {}

    /** An array for each class, by its simple name. */
    static Map<String, ArrayNode> byClass(Collection<RunResult> results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        out.flush();
        Map<String, ArrayNode> arrays = new TreeMap<>();
        for (JsonNode each : MAPPER.readTree(bytes.toString(StandardCharsets.UTF_8))) {
            String[] path = each.path("benchmark").asString().split("\\.", -1);
            arrays.computeIfAbsent(path[path.length - 2], name -> MAPPER.createArrayNode())
                    .add(tidy((ObjectNode) each));
        }
        return arrays;
    }

    /** Without what is of no use elsewhere: where Java was, and a histogram of single times many times as long as the rest. */
    private static ObjectNode tidy(ObjectNode result) {
        result.remove("jvm");
        dropHistogram(result.path("primaryMetric"));
        result.path("secondaryMetrics").forEach(JmhResults::dropHistogram);
        return result;
    }

    private static void dropHistogram(JsonNode metric) {
        if (metric instanceof ObjectNode object) {
            object.remove("rawDataHistogram");
        }
    }
}
