package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.io.AtomicFiles;
import dev.twinplace.kernel.KernelSelection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A result file of a benchmark, format {@value #FORMAT}, with the machine and the sources it was made with.
 *
 * @param commit of the sources, or null if nobody knows
 */
record BenchmarkFile(String benchmark, String command, String commit, List<String> notes, List<ResultTable> tables) {
    private static final String FORMAT = "twinplace/benchmark/1";

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFiles.write(file, this::write);
    }

    private void write(OutputStream out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            line(json);
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("benchmark", benchmark);
            json.writeStringProperty("command", command);
            json.writeStringProperty("date", LocalDate.now(ZoneOffset.UTC).toString());
            json.writeStringProperty("commit", commit);
            line(json);
            writeEnvironment(json);
            line(json);
            json.writeArrayPropertyStart("notes");
            notes.forEach(json::writeString);
            json.writeEndArray();
            line(json);
            json.writeArrayPropertyStart("tables");
            tables.forEach(table -> write(table, json));
            json.writeEndArray();
            json.writeEndObject();
            line(json);
        }
    }

    private static void line(JsonGenerator json) {
        json.writeRaw('\n');
    }

    private static void writeEnvironment(JsonGenerator json) {
        json.writeObjectPropertyStart("environment");
        json.writeStringProperty("cpu", cpu());
        json.writeNumberProperty("cores", Runtime.getRuntime().availableProcessors());
        json.writeStringProperty(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        json.writeStringProperty("jdk", System.getProperty("java.version"));
        json.writeStringProperty("vm", System.getProperty("java.vm.name"));
        json.writeArrayPropertyStart("flags");
        ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("kernels", KernelSelection.kernels().name());
        json.writeEndObject();
    }

    /** As Linux names it, or the architecture. */
    private static String cpu() {
        Path info = Path.of("/proc/cpuinfo");
        try {
            String text = Files.isReadable(info) ? Files.readString(info, StandardCharsets.UTF_8) : "";
            return text.lines()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ResultTable table, JsonGenerator json) {
        line(json);
        json.writeStartObject();
        json.writeStringProperty("id", table.id());
        json.writeStringProperty("title", table.title());
        line(json);
        json.writeArrayPropertyStart("columns");
        for (ResultTable.Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringProperty("name", column.name());
            if (column.unit() != null) {
                json.writeStringProperty("unit", column.unit());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        line(json);
        json.writeArrayPropertyStart("rows");
        for (List<Object> row : table.rows()) {
            line(json);
            json.writeStartArray();
            row.forEach(value -> write(value, json));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Object value, JsonGenerator json) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }
}
