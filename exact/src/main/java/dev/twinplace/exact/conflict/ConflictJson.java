package dev.twinplace.exact.conflict;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Conflicts as the field {@code conflict} of {@code twinplace/solution/2}. */
public final class ConflictJson {
    private ConflictJson() {}

    /**
     * Writes the field.
     *
     * @param twins ids, or indices as text
     * @param servers likewise
     */
    public static void write(JsonGenerator json, Conflict conflict, List<String> twins, List<String> servers) {
        json.writeObjectPropertyStart("conflict");
        json.writeStringProperty("summary", conflict.summary());
        json.writeBooleanProperty("minimal", conflict.minimal());
        json.writeArrayPropertyStart("rules");
        for (Rule rule : conflict.rules()) {
            json.writeStartObject();
            json.writeStringProperty("rule", rule.kind().id());
            rule.twin().ifPresent(m -> json.writeStringProperty("twin", twins.get(m)));
            rule.server().ifPresent(s -> json.writeStringProperty("server", servers.get(s)));
            rule.resource().ifPresent(name -> json.writeStringProperty("resource", name));
            rule.group().ifPresent(g -> json.writeNumberProperty("group", g));
            json.writeStringProperty("text", rule.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("changes");
        conflict.changes().forEach(json::writeString);
        json.writeEndArray();
        if (Double.isNaN(conflict.costAfter())) {
            json.writeNullProperty("costAfter");
        } else {
            json.writeNumberProperty("costAfter", conflict.costAfter());
        }
        json.writeEndObject();
    }
}
