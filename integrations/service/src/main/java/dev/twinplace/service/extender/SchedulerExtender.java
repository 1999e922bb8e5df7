package dev.twinplace.service.extender;

import dev.twinplace.service.session.SessionStore;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Tells the scheduler of a Kubernetes cluster where a session places the twin of a pod: a server is the node of its name. It
 * decides nothing. The answers are those of {@code k8s.io/kube-scheduler/extender/v1}; pods without the annotations of {@link
 * ExtenderArgs} may go anywhere. Thread-safe.
 */
public final class SchedulerExtender {
    /** Of the node in the placement; the others have 0. */
    static final int MAX_SCORE = 10;

    private static final JsonFactory JSON = new JsonFactory();

    private final SessionStore sessions;

    /** Looks the placements up here; a session that is asked for is in use. */
    public SchedulerExtender(SessionStore sessions) {
        this.sessions = sessions;
    }

    /**
     * {@code ExtenderFilterResult}: only the node in the placement passes. The others are unresolvable: to evict other pods
     * there would not help. Without a placement of the twin there is an error, and the pod waits. UTF-8.
     */
    public byte[] filter(ExtenderArgs args) {
        Optional<PlannedTwin> planned;
        try {
            planned = PlannedTwin.of(args, sessions);
        } catch (NoPlanException e) {
            return json(json -> writeResult(json, args, List.of(), Optional.empty(), e.getMessage()));
        }
        List<CandidateNode> passing = args.nodes().stream()
                .filter(node -> planned.isEmpty() || planned.get().isOn(node.name()))
                .toList();
        return json(json -> writeResult(json, args, passing, planned, ""));
    }

    private static void writeResult(
            JsonGenerator json,
            ExtenderArgs args,
            List<CandidateNode> passing,
            Optional<PlannedTwin> planned,
            String error) {
        json.writeStartObject();
        json.writeName("Nodes");
        writeNodes(json, args, passing);
        json.writeName("NodeNames");
        writeNames(json, args, passing);
        json.writeObjectPropertyStart("FailedNodes");
        json.writeEndObject();
        json.writeObjectPropertyStart("FailedAndUnresolvableNodes");
        if (planned.isPresent()) {
            args.nodes().stream()
                    .map(CandidateNode::name)
                    .filter(name -> !planned.get().isOn(name))
                    .distinct()
                    .forEach(
                            name -> json.writeStringProperty(name, planned.get().reason()));
        }
        json.writeEndObject();
        json.writeStringProperty("Error", error);
        json.writeEndObject();
    }

    private static void writeNodes(JsonGenerator json, ExtenderArgs args, List<CandidateNode> passing) {
        if (args.isNamesOnly()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeArrayPropertyStart("items");
        passing.forEach(node -> json.writeRawValue(node.json()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeNames(JsonGenerator json, ExtenderArgs args, List<CandidateNode> passing) {
        if (!args.isNamesOnly()) {
            json.writeNull();
            return;
        }
        json.writeStartArray();
        passing.forEach(node -> json.writeString(node.name()));
        json.writeEndArray();
    }

    /**
     * {@code HostPriorityList}: {@value #MAX_SCORE} for the node in the placement, 0 for the others. It has no place for an error:
     * without a placement of the twin all have 0. UTF-8.
     */
    public byte[] prioritize(ExtenderArgs args) {
        Optional<PlannedTwin> planned;
        try {
            planned = PlannedTwin.of(args, sessions);
        } catch (NoPlanException e) { // which filter reports
            planned = Optional.empty();
        }
        Optional<PlannedTwin> found = planned;
        return json(json -> {
            json.writeStartArray();
            for (CandidateNode node : args.nodes()) {
                boolean isPlanned = found.isPresent() && found.get().isOn(node.name());
                json.writeStartObject();
                json.writeStringProperty("Host", node.name());
                json.writeNumberProperty("Score", isPlanned ? MAX_SCORE : 0);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** By way of characters: half a surrogate pair in a name becomes a question mark. */
    private static byte[] json(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(json);
            json.writeRaw('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
