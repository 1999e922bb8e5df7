package dev.twinplace.decision.lines;

import dev.twinplace.decision.AnswerJson;
import dev.twinplace.model.PrintableText;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The answer to one line.
 *
 * @param json {@code twinplace/solution/2} on one line, without its end
 * @param kind what it says
 * @param complaint why there is no answer, in one line; empty if there is one
 */
public record LineAnswer(String json, Kind kind, String complaint) {
    private static final JsonFactory JSON = new JsonFactory();

    /** How every line without an answer begins. */
    private static final String ERROR =
            AnswerJson.failure(LineDecider.SOURCE, "").replace("\"}", "");

    private static final String FAILURE = LineDecider.SOURCE + ": an error in Twinplace: ";
    private static final String UNREADABLE = LineDecider.SOURCE + ": an error that cannot be read any more";
    private static final int MAX_COMPLAINT = 500;

    /** What a line came to. */
    public enum Kind {
        /** A solver answered, with or without a placement. */
        ANSWERED,
        /** The line is not a scenario, or the solver does not take its kind of problem. */
        REFUSED,
        /** An error of ours. */
        FAILED
    }

    /**
     * The answer that was written so.
     *
     * @param json of {@link #json()}, or at least the beginning of an answer that says no error
     */
    public static LineAnswer parse(String json) {
        if (!json.startsWith(ERROR)) {
            return new LineAnswer(json, Kind.ANSWERED, "");
        }
        String complaint = error(json);
        return new LineAnswer(json, complaint.startsWith(FAILURE) ? Kind.FAILED : Kind.REFUSED, complaint);
    }

    private static String error(String json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME
                        && parser.currentName().equals("error")) {
                    return Objects.requireNonNullElse(parser.nextStringValue(), UNREADABLE);
                }
            }
            return UNREADABLE;
        } catch (JacksonException e) {
            return UNREADABLE;
        }
    }

    static LineAnswer refused(String complaint) {
        return new LineAnswer(AnswerJson.failure(LineDecider.SOURCE, complaint), Kind.REFUSED, complaint);
    }

    static LineAnswer failed(Throwable thrown) {
        String complaint = FAILURE + PrintableText.line(thrown.toString(), MAX_COMPLAINT);
        return new LineAnswer(AnswerJson.failure(LineDecider.SOURCE, complaint), Kind.FAILED, complaint);
    }

    /** Whether a solver answered. */
    public boolean isAnswered() {
        return kind == Kind.ANSWERED;
    }
}
