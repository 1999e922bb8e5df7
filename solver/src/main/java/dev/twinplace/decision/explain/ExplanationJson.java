package dev.twinplace.decision.explain;

import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Explanations as the field {@code explanation} of {@code twinplace/solution/2}. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** Writes the field. */
    public static void write(JsonGenerator json, Explanation explanation) {
        json.writeObjectPropertyStart("explanation");
        json.writeArrayPropertyStart("twins");
        explanation.twins().forEach(choice -> writeTwin(json, choice));
        json.writeEndArray();
        json.writeArrayPropertyStart("scarce");
        explanation.scarce().forEach(scarce -> writeScarce(json, scarce));
        json.writeEndArray();
        json.writeArrayPropertyStart("unplaced");
        for (UnplacedTwin twin : explanation.unplaced()) {
            json.writeStartObject();
            json.writeStringProperty("twin", twin.twin());
            json.writeArrayPropertyStart("reasons");
            twin.reasons().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTwin(JsonGenerator json, TwinChoice choice) {
        json.writeStartObject();
        json.writeStringProperty("twin", choice.twin());
        writeText(json, "server", choice.server());
        json.writeBooleanProperty("isFree", choice.isFree());
        writeText(json, "next", choice.next());
        if (choice.difference().isPresent()) {
            json.writeNumberProperty("difference", choice.difference().getAsDouble());
        } else {
            json.writeNullProperty("difference");
        }
        json.writeStringProperty("keeper", choice.keeper().id());
        json.writeStringProperty("reason", choice.reason());
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.writeStringProperty(name, text.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    private static void writeScarce(JsonGenerator json, ScarceResource scarce) {
        json.writeStartObject();
        json.writeStringProperty("server", scarce.server());
        json.writeStringProperty("resource", scarce.resource());
        if (Double.isFinite(scarce.free())) {
            json.writeNumberProperty("free", scarce.free());
        } else {
            json.writeNullProperty("free");
        }
        json.writeNumberProperty("price", scarce.price());
        json.writeEndObject();
    }
}
