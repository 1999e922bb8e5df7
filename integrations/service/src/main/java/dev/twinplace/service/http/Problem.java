package dev.twinplace.service.http;

import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.io.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Why a request has no answer: problem details as of RFC 9457.
 *
 * @param status of the response
 * @param type the end of the type's name
 * @param title the same for every problem of the type
 * @param detail one line about this one
 * @param members further ones, such as {@code field}, {@code value} and {@code rule}
 */
record Problem(int status, String type, String title, String detail, Map<String, String> members) {
    static final String CONTENT_TYPE = "application/problem+json";

    /** The member that says after how many seconds to try again. */
    static final String RETRY_AFTER = "retryAfter";

    /** The member that lists the methods of a path. */
    static final String ALLOW = "allow";

    private static final String TYPES = "urn:twinplace:problem:";
    private static final JsonFactory JSON = new JsonFactory();

    /** {@code field: rule, but was value}; some complaints have no field, some no value. */
    private static final Pattern COMPLAINT =
            Pattern.compile("(?:(line \\d+, column \\d+|[^ :,]+): )?(.*?)(?:, but (?:was )?(.*))?", Pattern.DOTALL);

    static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Map.of());
    }

    /**
     * A fault in what the client sent.
     *
     * @param complaint {@code field: rule, but was value}
     */
    static Problem invalid(String complaint) {
        Matcher parts = COMPLAINT.matcher(complaint);
        Map<String, String> members = new LinkedHashMap<>();
        if (parts.matches()) {
            put(members, "field", parts.group(1));
            put(members, "rule", parts.group(2));
            put(members, "value", parts.group(3));
        }
        return new Problem(400, "invalid-input", "The request is not valid", complaint, members);
    }

    private static void put(Map<String, String> members, String name, String text) {
        if (text != null && !text.isEmpty()) {
            members.put(name, text);
        }
    }

    static Problem tooLarge(long limit) {
        return of(
                413,
                "too-large",
                "The body is too large",
                "body: must be at most " + limit + " bytes, and so must each JSON line; --max-body sets the limit");
    }

    static Problem tooMany(String detail, int seconds) {
        return new Problem(
                429,
                "overloaded",
                "Too much is asked at a time",
                detail,
                Map.of(RETRY_AFTER, Integer.toString(seconds)));
    }

    static Problem draining() {
        return of(
                503,
                "draining",
                "The service is shutting down",
                "send the request to another instance, or again later");
    }

    static Problem bug(String id) {
        return new Problem(
                500,
                "bug",
                "This is an error of Twinplace",
                "the log of the service has a line with this id; please report it",
                Map.of("id", id));
    }

    /** What is the client's fault, or temporary; null if it is an error of ours. */
    static Problem ofClient(Throwable fault) {
        if (fault instanceof ProblemException e) {
            return e.problem();
        }
        if (fault instanceof InvalidInputException e) {
            return invalid(e.complaint());
        }
        if (fault instanceof UnsupportedProblemException e) {
            return of(422, "unsupported", "The solver does not take this problem", e.getMessage());
        }
        if (fault instanceof OutOfMemoryError) {
            return of(503, "memory", "Too little memory", "the problem is too large for the memory of this service");
        }
        if (fault instanceof CancellationException) {
            return of(408, "gone", "The client has gone", "the connection was closed before the answer was there");
        }
        return null;
    }

    byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", TYPES + type);
            json.writeStringProperty("title", title);
            json.writeNumberProperty("status", status);
            json.writeStringProperty("detail", detail);
            members.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toByteArray();
    }
}
