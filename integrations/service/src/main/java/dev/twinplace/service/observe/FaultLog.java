package dev.twinplace.service.observe;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Errors of this program: one line each, with an id that the client is told. Thread-safe. */
public final class FaultLog {
    private static final JsonFactory JSON = new JsonFactory();

    private final LineLog log;
    private final ServiceMetrics metrics;

    /** Writes to a log. */
    public FaultLog(LineLog log, ServiceMetrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    /** Writes down what happened and returns its id. */
    public String log(Throwable fault) {
        metrics.failed();
        String id = UUID.randomUUID().toString();
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("time", Instant.now().toString());
            json.writeStringProperty("fault", id);
            json.writeStringProperty("error", fault.toString());
            json.writeStringProperty("trace", trace.toString());
            json.writeEndObject();
        }
        log.line(line.toString());
        return id;
    }
}
