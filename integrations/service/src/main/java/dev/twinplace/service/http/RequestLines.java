package dev.twinplace.service.http;

import dev.twinplace.service.observe.LineLog;
import dev.twinplace.service.observe.ServiceMetrics;
import java.io.StringWriter;
import java.time.Instant;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A line of JSON in the access log, and an observation, for each request. Queries and bodies are not in it. */
final class RequestLines implements RequestLog {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String NO_ROUTE = "none";
    private static final long NANOS_PER_MICRO = 1000;

    private final LineLog log;
    private final ServiceMetrics metrics;

    RequestLines(LineLog log, ServiceMetrics metrics) {
        this.log = log;
        this.metrics = metrics;
    }

    @Override
    public void log(Request request, Response response) {
        long nanos = System.nanoTime() - request.getBeginNanoTime();
        Object route = request.getAttribute(Exchange.ROUTE);
        metrics.requested(route == null ? NO_ROUTE : route.toString(), response.getStatus(), nanos);
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("time", Instant.now().toString());
            json.writeStringProperty("client", Request.getRemoteAddr(request));
            json.writeStringProperty("method", request.getMethod());
            json.writeStringProperty("path", Request.getPathInContext(request));
            json.writeNumberProperty("status", response.getStatus());
            json.writeNumberProperty("micros", nanos / NANOS_PER_MICRO);
            json.writeNumberProperty("bytesIn", Request.getContentBytesRead(request));
            json.writeNumberProperty("bytesOut", Response.getContentBytesWritten(response));
            writeAttribute(json, "solver", request.getAttribute(Exchange.SOLVER));
            writeAttribute(json, "outcome", request.getAttribute(Exchange.OUTCOME));
            json.writeEndObject();
        }
        log.line(line.toString());
    }

    private static void writeAttribute(JsonGenerator json, String name, Object value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }
}
