package dev.twinplace.io;

import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.ScenarioChanges;
import dev.twinplace.model.ServerStatus;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what has changed in a scenario: {@code {"devices": [{"id": …, "workloadMB": …}], "servers": [{"id": …, "status":
 * …}]}}. Both lists may be absent.
 */
public final class ScenarioChangesReader {
    private static final List<String> FIELDS = List.of("devices", "servers");

    private final StrictJson json;
    private final Map<String, Double> workloads = new LinkedHashMap<>();
    private final Map<String, ServerStatus> statuses = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private ScenarioChangesReader(StrictJson json) {
        this.json = json;
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @param source what to call it in messages
     * @throws InvalidInputException if it cannot be read, has other fields, or changes something twice
     */
    public static ScenarioChanges read(String source, InputStream bytes) {
        return TextFiles.read(
                source,
                bytes,
                text -> StrictJson.read(source, text, json -> new ScenarioChangesReader(json).read(source)));
    }

    private ScenarioChanges read(String source) {
        try {
            json.object(this::readField);
            return new ScenarioChanges(workloads, statuses);
        } catch (InvalidValueException e) {
            throw new InvalidInputException(source, e.getMessage(), e);
        }
    }

    private void readField(String field) {
        if (!FIELDS.contains(field)) {
            throw json.unknownField(FIELDS);
        }
        if (!seen.add(field)) {
            throw json.repeatedField();
        }
        if (field.equals("devices")) {
            FlatObject fields = new FlatObject(json, List.of("id"), List.of("workloadMB"));
            json.array(() -> {
                fields.read();
                add(workloads, fields.string("id"), fields.number("workloadMB"));
            });
        } else {
            FlatObject fields = new FlatObject(json, List.of("id", "status"), List.of());
            json.array(() -> {
                fields.read();
                String where = "servers[" + statuses.size() + "].status";
                add(
                        statuses,
                        fields.string("id"),
                        ConstraintsReader.ofId(ServerStatus.class, where, fields.string("status")));
            });
        }
    }

    private <T> void add(Map<String, T> changes, String id, T value) {
        if (changes.put(id, value) != null) {
            throw json.fail("must be changed once, but " + InvalidInputException.quote(id) + " is there twice");
        }
    }
}
