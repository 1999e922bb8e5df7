package dev.twinplace.io;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes the parts of {@code twinplace/scenario/2} that state {@link Constraints}; what is not stated is left out. */
final class ConstraintsWriter {
    private final Scenario scenario;
    private final Constraints constraints;
    private final JsonGenerator json;

    ConstraintsWriter(Scenario scenario, JsonGenerator json) {
        this.scenario = scenario;
        constraints = scenario.constraints();
        this.json = json;
    }

    /** The last members of the server that is being written. */
    void writeServer(int index) {
        ServerConstraints server = constraints.server(index);
        Map<String, Double> capacities = new TreeMap<>(server.capacities());
        double workload = scenario.servers().get(index).capacityMB();
        if (workload != Double.POSITIVE_INFINITY) {
            capacities.put(Constraints.WORKLOAD, workload);
        }
        writeQuantities("capacities", capacities);
        writeStrings("labels", server.labels());
        if (server.status() != ServerStatus.UP) {
            writeId("status", server.status());
        }
    }

    /** A twin: its id alone, where nothing else is stated. */
    void writeTwin(int index) {
        TwinConstraints twin = constraints.twin(index);
        String id = scenario.twins().get(index);
        if (twin.equals(TwinConstraints.NONE)) {
            json.writeString(id);
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("id", id);
        writeQuantities("demands", twin.demands());
        twin.pinned().ifPresent(server -> json.writeStringProperty("pinned", server));
        writeStrings("allowedServers", twin.allowedServers());
        writeStrings("forbiddenServers", twin.forbiddenServers());
        writeStrings("requiredLabels", twin.requiredLabels());
        writeFinite("maxLatencySeconds", twin.maxLatencySeconds());
        writeFinite("unplacedPenalty", twin.unplacedPenalty());
        twin.moveCost().ifPresent(cost -> json.writeNumberProperty("moveCost", cost));
        if (twin.onFailure() != FailurePolicy.MOVE) {
            writeId("onFailure", twin.onFailure());
        }
        json.writeEndObject();
    }

    void writeGroups() {
        if (constraints.groups().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("groups");
        for (TwinGroup group : constraints.groups()) {
            json.writeStartObject();
            writeId("kind", group.kind());
            writeStrings("twins", group.twins());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void writeTransmissions() {
        if (constraints.transmissions().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("transmissionSeconds");
        for (MeasuredTransmission measured : constraints.transmissions()) {
            json.writeStartObject();
            json.writeStringProperty("device", measured.device());
            json.writeStringProperty("server", measured.server());
            json.writeNumberProperty("seconds", measured.seconds());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeId(String name, Enum<?> value) {
        json.writeStringProperty(name, value.name().toLowerCase(Locale.ROOT));
    }

    private void writeFinite(String name, double value) {
        if (value != Double.POSITIVE_INFINITY) {
            json.writeNumberProperty(name, value);
        }
    }

    private void writeStrings(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private void writeQuantities(String name, Map<String, Double> quantities) {
        if (!quantities.isEmpty()) {
            json.writeObjectPropertyStart(name);
            quantities.forEach(json::writeNumberProperty);
            json.writeEndObject();
        }
    }
}
