package dev.twinplace.exact.certificate;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.model.PrintableText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON objects, one a line, demanding at every step what must come next. Streams: of a line only what its caller keeps
 * is held. Complaints name the line and the field.
 */
final class JsonLines implements AutoCloseable {
    /** A decimal may have so many digits before or after the point. */
    private static final int MAX_DIGITS = 1100;

    private static final int MAX_NUMBER_LENGTH = 2 * MAX_DIGITS + 10;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .build())
            .build();

    /** What Jackson's messages say beyond the fault: where it began, in its own notation, and how to allow it. */
    private static final Pattern ASIDE = Pattern.compile(
            " \\((start marker at|for \\w+ starting at|not recognized as one since) .*|: enable `.*|: hexadecimal .*|, from `[^`]*`");

    private static final int MAX_QUOTED = 80;

    private final String source;
    private final JsonParser parser;
    private int lastLine;

    JsonLines(String source, InputStream bytes) {
        this.source = source;
        parser = FACTORY.createParser(
                ObjectReadContext.empty(),
                new BufferedReader(new InputStreamReader(
                        bytes,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))));
    }

    /**
     * Visits the members of the object on the next line; the visitor consumes the value of the name it is given.
     *
     * @return whether there was one more line
     * @throws InvalidInputException if it is not an object of this form
     */
    boolean nextLine(Consumer<String> member) {
        try {
            if (parser.nextToken() == null) {
                return false;
            }
            if (line() <= lastLine) {
                throw fail("must begin on a line of its own");
            }
            lastLine = line();
            object(member);
            if (line() != lastLine) {
                throw fail("must end on the line that it begins on, " + lastLine);
            }
            return true;
        } catch (JacksonIOException e) {
            throw unreadable(e.getCause());
        } catch (JacksonException e) {
            String fault = ASIDE.matcher(e.getOriginalMessage()).replaceAll("");
            int at = e.getLocation() == null ? line() : e.getLocation().getLineNr();
            throw new InvalidInputException(source, "line " + at + ": " + fault, e);
        }
    }

    private InvalidInputException unreadable(IOException failure) {
        String fault = failure instanceof CharacterCodingException
                ? "must be UTF-8, but is not"
                : "must be readable, but there was an error: " + failure.getMessage();
        return new InvalidInputException(source, fault, failure);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Visits the members of the object that begins here. */
    void object(Consumer<String> member) {
        demand(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.accept(name);
        }
    }

    /** Visits the elements of the array that begins here with their index; the visitor consumes the element. */
    void array(IntConsumer element) {
        demand(JsonToken.START_ARRAY, "an array");
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            element.accept(i);
        }
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    String string() {
        demand(JsonToken.VALUE_STRING, "a string");
        return parser.getString();
    }

    /** An integer from 0 to {@code max}, written as one: neither 1.0 nor 1e0. */
    int integer(int max) {
        demand(JsonToken.VALUE_NUMBER_INT, "an integer");
        boolean small = parser.getNumberType() == NumberType.INT;
        if (!small || parser.getIntValue() < 0 || parser.getIntValue() > max) {
            throw fail("must be from 0 to " + max + ", but was " + quote(parser.getString()));
        }
        return parser.getIntValue();
    }

    /** A number as the double nearest to it, which is finite. */
    double number() {
        demandNumber();
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw fail("must be finite in double precision, but was " + quote(parser.getString()));
        }
        return value;
    }

    /** A number with all its digits. */
    BigDecimal decimal() {
        demandNumber();
        BigDecimal value = parser.getDecimalValue();
        boolean small = Math.abs((long) value.scale()) <= MAX_DIGITS && value.precision() <= MAX_DIGITS;
        if (!small || Double.isInfinite(value.doubleValue())) {
            throw fail("must be finite in double precision and have at most " + MAX_DIGITS + " decimals, but was "
                    + quote(parser.getString()));
        }
        return value;
    }

    /** Any number of integers from 0. */
    int[] integers() {
        int[][] read = {new int[16]};
        int[] size = {0};
        array(i -> {
            read[0] = i == read[0].length ? Arrays.copyOf(read[0], 2 * i) : read[0];
            read[0][i] = integer(Integer.MAX_VALUE);
            size[0] = i + 1;
        });
        return Arrays.copyOf(read[0], size[0]);
    }

    private void demandNumber() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            demand(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
    }

    private void demand(JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw fail("must be " + what + ", but was " + describe());
        }
    }

    private String describe() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the string \"" + quote(parser.getString()) + "\"";
            default -> quote(parser.getString());
        };
    }

    static String quote(String value) {
        return PrintableText.line(value, MAX_QUOTED);
    }

    /** A complaint about the value at the current position. */
    InvalidInputException fail(String rule) {
        String path = path(parser.streamReadContext());
        return new InvalidInputException(source, "line " + line() + ": " + (path.isEmpty() ? "" : path + ": ") + rule);
    }

    /** A complaint about the line read last. */
    InvalidInputException failOnLine(String complaint) {
        return new InvalidInputException(source, "line " + lastLine + ": " + complaint);
    }

    /** A complaint about the whole. */
    InvalidInputException failOnFile(String complaint) {
        return new InvalidInputException(source, complaint);
    }

    /** As {@code exclude[3].prices[0]}. */
    private static String path(TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String outer = path(context.getParent());
        if (context.inArray()) {
            return context.hasCurrentIndex() ? outer + "[" + context.getCurrentIndex() + "]" : outer;
        }
        String name = context.hasCurrentName() ? quote(context.currentName()) : "";
        return outer + (outer.isEmpty() || name.isEmpty() ? "" : ".") + name;
    }

    @Override
    public void close() {
        parser.close();
    }
}
