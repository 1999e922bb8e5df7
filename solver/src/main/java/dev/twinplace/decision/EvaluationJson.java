package dev.twinplace.decision;

import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Evaluations for programs: one object a line, {@code "format":"twinplace/evaluation/1"}. What is not known is null. */
public final class EvaluationJson {
    private static final String FORMAT = "twinplace/evaluation/1";

    private EvaluationJson() {}

    /** Writes a line to {@code out}, which stays open and is flushed. */
    public static void write(Scenario scenario, Evaluation evaluation, PrintWriter out) {
        Optional<Outcome> outcome = evaluation.outcome();
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("scenario", scenario.name());
            json.writeBooleanProperty("feasible", evaluation.isFeasible());
            writeNumber(json, "cost", outcome.map(Outcome::totalCost).orElse(Double.NaN));
            writeNumber(
                    json, "latency", outcome.map(Outcome::totalLatencySeconds).orElse(Double.NaN));
            writeNumber(
                    json, "energy", outcome.map(Outcome::totalEnergyMilliJoule).orElse(Double.NaN));
            json.writeArrayPropertyStart("broken");
            evaluation.broken().forEach(json::writeString);
            json.writeEndArray();
            json.writeArrayPropertyStart("servers");
            evaluation.servers().forEach(server -> writeServer(json, server));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println(line);
        out.flush();
    }

    private static void writeServer(JsonGenerator json, ServerFigures server) {
        json.writeStartObject();
        json.writeStringProperty("server", server.server());
        json.writeNumberProperty("twins", server.twins());
        json.writeObjectPropertyStart("load");
        server.loads().forEach(load -> writeNumber(json, load.resource(), load.load()));
        json.writeEndObject();
        json.writeObjectPropertyStart("capacity");
        server.loads().forEach(load -> writeNumber(json, load.resource(), load.capacity()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeNumber(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
