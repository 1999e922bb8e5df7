package dev.twinplace.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes flat records, whose values are strings, numbers and booleans, each at once. */
interface RecordWriter {
    /** Writes a record. A number that is not finite is unknown; so is a column that is not there. */
    void write(Map<String, Object> record);

    /** One object a line. What is unknown is null. */
    static RecordWriter json(PrintWriter out) {
        JsonFactory factory = new JsonFactory();
        return record -> {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
                json.writeStartObject();
                record.forEach((name, value) -> writeProperty(json, name, value));
                json.writeEndObject();
            }
            out.println(line);
            out.flush();
        };
    }

    private static void writeProperty(JsonGenerator json, String name, Object value) {
        json.writeName(name);
        if (!isKnown(value)) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }

    /** A header of these columns, written now, and a row for each record. What is unknown is empty. */
    static RecordWriter csv(PrintWriter out, List<String> columns) {
        CsvWriter csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.PLATFORM)
                .build(out);
        csv.writeRecord(columns);
        return record -> {
            csv.writeRecord(columns.stream()
                    .map(record::get)
                    .map(value -> isKnown(value) ? value.toString() : "")
                    .toList());
            out.flush();
        };
    }

    private static boolean isKnown(Object value) {
        return value != null && !(value instanceof Double number && !Double.isFinite(number));
    }
}
