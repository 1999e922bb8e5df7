package dev.twinplace.decision;

import dev.twinplace.api.SolveResult;
import dev.twinplace.model.Outcome;
import dev.twinplace.problem.Placement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Answers for programs: one object a line, {@code "format":"twinplace/solution/2"}, also for a file that has no answer. What
 * is not known, for example the cost where there is no placement, is null.
 */
public final class AnswerJson implements AnswerWriter {
    /** What the field {@code format} says. */
    public static final String FORMAT = "twinplace/solution/2";

    private static final JsonFactory JSON = new JsonFactory();

    private final PrintWriter out;

    /** Writes lines to {@code out}, which stays open and is flushed after each. */
    public AnswerJson(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(Answer answer) {
        write(answer, json -> {});
    }

    /** Writes an answer with further fields at its end. */
    public void write(Answer answer, Consumer<JsonGenerator> more) {
        double micros = answer.result().elapsed().toNanos() / 1e3;
        print(object(json -> {
            writeAnswer(json, answer, micros);
            more.accept(json);
        }));
    }

    @Override
    public void fail(String file, String error) {
        print(failure(file, error));
    }

    /** An answer as text that is the same whenever the result is: its {@code elapsedMicros} are null. */
    public static String untimed(Answer answer) {
        return object(json -> writeAnswer(json, answer, Double.NaN));
    }

    /** What {@link #fail} writes. */
    public static String failure(String file, String error) {
        return object(json -> {
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("file", file);
            json.writeStringProperty("error", error);
        });
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }

    private static String object(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void writeAnswer(JsonGenerator json, Answer answer, double elapsedMicros) {
        writeHead(json, answer);
        writeResult(json, answer, elapsedMicros);
        List<TwinFigures> twins = answer.twins();
        writePlacement(json, answer, twins);
        writeTwins(json, twins, answer.question().hasIds());
        writeServers(json, answer);
        json.writeArrayPropertyStart("warnings");
        answer.warnings().forEach(json::writeString);
        json.writeEndArray();
    }

    private static void writeHead(JsonGenerator json, Answer answer) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("file", answer.question().file());
        json.writeStringProperty("scenario", answer.question().name());
        if (answer.question() instanceof AssignmentQuestion assignment) {
            json.writeStringProperty("sense", assignment.sense().toString());
        }
        json.writeStringProperty("solver", answer.solver());
        answer.result().placementBy().ifPresent(id -> json.writeStringProperty("placementBy", id));
        answer.result().boundBy().ifPresent(id -> json.writeStringProperty("boundBy", id));
    }

    private static void writeResult(JsonGenerator json, Answer answer, double elapsedMicros) {
        SolveResult result = answer.result();
        json.writeStringProperty("status", result.status().name());
        writeNumber(json, "cost", answer.cost());
        writeNumber(json, "lowerBound", answer.bound());
        writeNumber(json, "gap", result.gap());
        Optional<Outcome> outcome = answer.outcome();
        writeNumber(json, "latency", outcome.map(Outcome::totalLatencySeconds).orElse(Double.NaN));
        writeNumber(json, "energy", outcome.map(Outcome::totalEnergyMilliJoule).orElse(Double.NaN));
        writeNumber(json, "elapsedMicros", elapsedMicros);
        json.writeNumberProperty("nodes", result.nodes());
        result.resolution().ifPresent(error -> json.writeNumberProperty("resolution", error));
    }

    /** From twin to server; an array over the jobs where they have no ids. */
    private static void writePlacement(JsonGenerator json, Answer answer, List<TwinFigures> twins) {
        Question question = answer.question();
        Optional<Placement> placement = answer.result().placement();
        json.writeName("placement");
        if (placement.isEmpty()) {
            json.writeNull();
        } else if (question.hasIds()) {
            json.writeStartObject();
            for (TwinFigures twin : twins) {
                json.writeName(twin.twin());
                if (twin.server().isPresent()) {
                    json.writeString(twin.server().get());
                } else {
                    json.writeNull();
                }
            }
            json.writeEndObject();
        } else {
            json.writeArray(placement.get().toArray(), 0, placement.get().twins());
        }
    }

    private static void writeTwins(JsonGenerator json, List<TwinFigures> twins, boolean ids) {
        json.writeArrayPropertyStart("twins");
        for (TwinFigures twin : twins) {
            json.writeStartObject();
            writeId(json, "twin", twin.twin(), ids);
            if (twin.server().isPresent()) {
                writeId(json, "server", twin.server().get(), ids);
            } else {
                json.writeNullProperty("server");
            }
            writeNumber(json, "latencySeconds", twin.latencySeconds());
            writeNumber(json, "energyMilliJoule", twin.energyMilliJoule());
            writeNumber(json, "cost", twin.cost());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeServers(JsonGenerator json, Answer answer) {
        json.writeArrayPropertyStart("servers");
        for (ServerFigures server : answer.servers()) {
            json.writeStartObject();
            writeId(json, "server", server.server(), answer.question().hasIds());
            json.writeNumberProperty("twins", server.twins());
            json.writeObjectPropertyStart("load");
            server.loads().forEach(each -> writeNumber(json, each.resource(), each.load()));
            json.writeEndObject();
            json.writeObjectPropertyStart("capacity");
            server.loads().forEach(each -> writeNumber(json, each.resource(), each.capacity()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeId(JsonGenerator json, String name, String id, boolean isText) {
        if (isText) {
            json.writeStringProperty(name, id);
        } else {
            json.writeNumberProperty(name, Integer.parseInt(id));
        }
    }

    private static void writeNumber(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) {
            json.writeNumberProperty(name, value);
        } else {
            json.writeNullProperty(name);
        }
    }
}
