package dev.twinplace.service.decide;

import dev.twinplace.io.InvalidInputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The two documents in one: {@code {"scenario": {…}, "previous": {…}}}. */
final class ReplacementBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> FIELDS = List.of("scenario", "previous");

    private final String source;
    private final byte[] scenario;
    private final byte[] previous;

    private ReplacementBody(String source, byte[] scenario, byte[] previous) {
        this.source = source;
        this.scenario = scenario;
        this.previous = previous;
    }

    /**
     * Cuts the documents out, unread.
     *
     * @param source what messages call it
     * @throws InvalidInputException if it is not JSON, or has other fields or not both
     */
    static ReplacementBody read(byte[] bytes, String source) {
        Map<String, byte[]> parts;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            parts = parts(json, bytes, source);
        } catch (JacksonException e) {
            throw JsonFault.of(source, e);
        }
        for (String field : FIELDS) {
            if (!parts.containsKey(field)) {
                throw new InvalidInputException(source, field + ": must be there, but is missing");
            }
        }
        return new ReplacementBody(source, parts.get("scenario"), parts.get("previous"));
    }

    private static Map<String, byte[]> parts(JsonParser json, byte[] bytes, String source) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidInputException(source, "line 1, column 1: must be an object, but is not");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = json.currentName();
            if (!FIELDS.contains(field)) {
                throw new InvalidInputException(
                        source,
                        field + ": must be one of the fields " + String.join(", ", FIELDS) + ", but is unknown");
            }
            json.nextToken();
            int start = (int) json.currentTokenLocation().getByteOffset();
            if (start < 0) { // known of UTF-8 only
                throw new InvalidInputException(source, "must be UTF-8, but is not");
            }
            json.skipChildren();
            json.finishToken();
            byte[] part = Arrays.copyOfRange(
                    bytes, start, (int) json.currentLocation().getByteOffset());
            if (parts.put(field, part) != null) {
                throw new InvalidInputException(source, field + ": must be there once, but is there twice");
            }
        }
        if (json.nextToken() != null) {
            throw new InvalidInputException(source, "must end after the first value, but goes on");
        }
        return parts;
    }

    byte[] scenario() {
        return scenario;
    }

    byte[] previous() {
        return previous;
    }

    /** Complaints about a part, with its name before the field. */
    <T> T within(String part, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidInputException e) {
            boolean isField =
                    !e.complaint().startsWith("line ") && !e.complaint().startsWith("must ");
            throw new InvalidInputException(source, part + (isField ? "." : ": ") + e.complaint(), e);
        }
    }
}
