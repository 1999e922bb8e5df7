package dev.twinplace.io;

import java.io.IOException;
import java.io.Reader;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Walks through a JSON document, demanding at every step what must come next, and knows where it is when it does not.
 *
 * <p>Streams: what has been read is forgotten. No coercion: a string is not a number. Visitors must refuse names that they
 * have seen before with {@link #repeatedField}, which is cheaper than having Jackson remember every name.
 */
final class StrictJson implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** What Jackson's messages say beyond the fault: where it began, in its own notation, and how to allow it. */
    private static final Pattern ASIDE = Pattern.compile(
            " \\((start marker at|for \\w+ starting at|not recognized as one since) .*|: enable `.*|: hexadecimal .*|, from `[^`]*`");

    private final String source;
    private final JsonParser parser;

    private StrictJson(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** What to do with a document whose first token is the current one. */
    @FunctionalInterface
    interface Visitor<T> {
        T visit(StrictJson json);
    }

    /**
     * Reads a whole document.
     *
     * @throws InvalidInputException if it is not JSON, has something after its end, or the visitor says so
     * @throws IOException if the text cannot be read
     */
    static <T> T read(String source, Reader text, Visitor<T> visitor) throws IOException {
        try (StrictJson json = new StrictJson(source, FACTORY.createParser(ObjectReadContext.empty(), text))) {
            return json.document(visitor);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** Whether bytes are all from 1 to 127. */
    static boolean isAscii(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #read(String, Reader, Visitor)}, from bytes that are ASCII and need not be decoded. */
    static <T> T readAscii(String source, byte[] bytes, int offset, int length, Visitor<T> visitor) {
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length);
        try (StrictJson json = new StrictJson(source, parser)) {
            return json.document(visitor);
        }
    }

    private <T> T document(Visitor<T> visitor) {
        try {
            if (parser.nextToken() == null) {
                throw new InvalidInputException(source, "must be JSON, but is empty");
            }
            T result = visitor.visit(this);
            if (parser.nextToken() != null) {
                throw failAtToken("must end after the first value, but goes on");
            }
            return result;
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            String fault = ASIDE.matcher(e.getOriginalMessage()).replaceAll("");
            throw new InvalidInputException(source, place(location) + fault, e);
        }
    }

    private static String place(TokenStreamLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    /** Visits the members of the object that begins here; the visitor consumes the value of the name it is given. */
    void object(Consumer<String> member) {
        demand(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.accept(name);
        }
    }

    /** Visits the elements of the array that begins here; the visitor consumes the element. */
    void array(Runnable element) {
        demand(JsonToken.START_ARRAY, "an array");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /** Whether an object begins here. */
    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean bool() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw fail("must be true or false, but was " + describe(token));
        }
        return token == JsonToken.VALUE_TRUE;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Passes over the value that begins here, of any kind. */
    void skip() {
        parser.skipChildren();
    }

    /** Where we are, as {@code servers[3].labels}. */
    String here() {
        return path(parser.streamReadContext());
    }

    String string() {
        demand(JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    /** A number that a double can hold. */
    double number() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            demand(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw fail("must be finite, but was " + InvalidInputException.quote(parser.getString()));
        }
        return value;
    }

    /** An integer from 0 to {@code most}, written as one: neither 1.0 nor 1e0. */
    int integer(int most) {
        demand(JsonToken.VALUE_NUMBER_INT, "an integer");
        NumberType type = parser.getNumberType();
        long value = type == NumberType.INT || type == NumberType.LONG ? parser.getLongValue() : -1;
        if (value < 0 || value > most) {
            throw fail("must be from 0 to " + most + ", but was " + InvalidInputException.quote(parser.getString()));
        }
        return (int) value;
    }

    private void demand(JsonToken token, String what) {
        JsonToken actual = parser.currentToken();
        if (actual != token) {
            throw fail("must be " + what + ", but was " + describe(actual));
        }
    }

    private String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the string \"" + InvalidInputException.quote(parser.getString()) + "\"";
            default -> InvalidInputException.quote(parser.getString());
        };
    }

    /** A complaint about the value at the current position. */
    InvalidInputException fail(String rule) {
        String path = path(parser.streamReadContext());
        return path.isEmpty() ? failAtToken(rule) : new InvalidInputException(source, path + ": " + rule);
    }

    /** A complaint about the current member. */
    InvalidInputException unknownField(Collection<String> known) {
        return fail("must be one of the fields " + String.join(", ", known) + ", but is unknown");
    }

    /** A complaint about the current member. */
    InvalidInputException repeatedField() {
        return fail("must be there once, but is there twice");
    }

    /** A complaint about the object that has just ended. */
    InvalidInputException missingField(String name) {
        String path = path(parser.streamReadContext());
        return new InvalidInputException(
                source, (path.isEmpty() ? name : path + "." + name) + ": must be there, but is missing");
    }

    private InvalidInputException failAtToken(String rule) {
        return new InvalidInputException(source, place(parser.currentTokenLocation()) + rule);
    }

    /** As {@code devices[3].workloadMB}. */
    private static String path(TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String outer = path(context.getParent());
        if (context.inArray()) {
            return context.hasCurrentIndex() ? outer + "[" + context.getCurrentIndex() + "]" : outer;
        }
        if (!context.hasCurrentName()) {
            return outer;
        }
        String name = InvalidInputException.quote(context.currentName());
        return outer.isEmpty() ? name : outer + "." + name;
    }

    @Override
    public void close() {
        parser.close();
    }
}
