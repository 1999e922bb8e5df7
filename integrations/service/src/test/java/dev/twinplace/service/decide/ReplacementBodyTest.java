package dev.twinplace.service.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.io.InvalidInputException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents in a body are cut out by their bytes. */
class ReplacementBodyTest {
    private static final String BODY = "{\"scenario\": {\"name\": \"straße\"}, \"previous\": [\"ü\"]}";

    @Test
    void documentsAreCutOutAlsoBehindAByteOrderMark() {
        for (String mark : new String[] {"", "\uFEFF"}) {
            ReplacementBody body = ReplacementBody.read((mark + BODY).getBytes(UTF_8), "request");
            assertEquals("{\"name\": \"straße\"}", new String(body.scenario(), UTF_8));
            assertEquals("[\"ü\"]", new String(body.previous(), UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32"})
    void otherEncodingsAreRefused(String encoding) {
        byte[] bytes = BODY.getBytes(Charset.forName(encoding));
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> ReplacementBody.read(bytes, "request"));
        assertEquals("must be UTF-8, but is not", refused.complaint());
    }
}
