package dev.twinplace.cli;

import dev.twinplace.api.SolveResult;
import dev.twinplace.model.Outcome;
import dev.twinplace.problem.Placement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An answer for programs: one object on one line, {@code "format":"twinplace/solution/1"}. What is not known, for example
 * the cost where there is no placement, is null. {@code resolution} is there only for a solver that counts costs in units.
 */
final class SolutionJson {
    private static final String FORMAT = "twinplace/solution/1";

    private SolutionJson() {}

    static void print(Question question, String solver, SolveResult result, PrintWriter out) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("scenario", question.name());
            json.writeStringProperty("solver", solver);
            json.writeStringProperty("status", result.status().name());
            writeNumber(json, "cost", question.userCost(result.cost()));
            writeNumber(json, "lowerBound", question.userCost(result.lowerBound()));
            Optional<Outcome> outcome = result.placement().flatMap(question::outcome);
            writeNumber(
                    json, "latency", outcome.map(Outcome::totalLatencySeconds).orElse(Double.NaN));
            writeNumber(
                    json, "energy", outcome.map(Outcome::totalEnergyMilliJoule).orElse(Double.NaN));
            json.writeName("placement");
            writePlacement(json, question, result.placement());
            json.writeNumberProperty("nodes", result.nodes());
            json.writeNumberProperty("elapsedMicros", result.elapsed().toNanos() / 1e3);
            if (result.resolution().isPresent()) {
                json.writeNumberProperty("resolution", result.resolution().getAsDouble());
            }
            json.writeEndObject();
        }
        out.println(line);
    }

    private static void writePlacement(JsonGenerator json, Question question, Optional<Placement> placement) {
        if (placement.isPresent()) {
            question.writePlacement(placement.get(), json);
        } else {
            json.writeNull();
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
