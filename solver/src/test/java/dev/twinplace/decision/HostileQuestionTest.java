package dev.twinplace.decision;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.io.ScenarioWriter;
import dev.twinplace.model.Coupling;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged files of the second format: each is a question that can be answered and explained, or is refused in one line. */
class HostileQuestionTest {
    private static final String REPLACEMENTS = "\"-9";

    /** Every byte would take long. */
    private static final int STEP = 5;

    private static byte[] document(Coupling coupling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScenarioWriter.write(new ScenarioGenerator(Profile.OPERATOR, coupling, 7, 7, 3, 0.5, 3).generate(2), bytes);
        return bytes.toByteArray();
    }

    private static boolean isQuestion(byte[] bytes, int length) {
        try {
            ScenarioQuestion question = ScenarioQuestion.of(
                    "s.json", ScenarioReader.read("s.json", new ByteArrayInputStream(bytes, 0, length)));
            assertFalse(question.resources().isEmpty());
            assertTrue(question.warnings().stream().noneMatch(String::isBlank));
            return true;
        } catch (InvalidInputException e) {
            assertTrue(e.getMessage().startsWith("s.json: "), e.getMessage());
            assertFalse(e.getMessage().chars().anyMatch(Character::isISOControl), e.getMessage());
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Coupling.class,
            names = {"CAPACITY", "CONTENTION"})
    void bytesMayBeReplaced(Coupling coupling) {
        byte[] bytes = document(coupling);
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertTrue(text.contains("separate") && text.contains("maxLatencySeconds") && text.contains("cpuCores"), text);
        int answered = 0;
        int refused = 0;
        for (int place = 0; place < bytes.length; place += STEP) {
            byte original = bytes[place];
            for (int i = 0; i < REPLACEMENTS.length(); i++) {
                bytes[place] = (byte) REPLACEMENTS.charAt(i);
                if (isQuestion(bytes, bytes.length)) {
                    answered++;
                } else {
                    refused++;
                }
            }
            bytes[place] = original;
        }
        assertTrue(answered > 100 && refused > 100, answered + " answered, " + refused + " refused");
    }

    @Test
    void aFileThatIsCutIsRefused() {
        byte[] bytes = new String(document(Coupling.CONTENTION), StandardCharsets.UTF_8)
                .stripTrailing()
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length += STEP) {
            assertFalse(isQuestion(bytes, length), "cut at " + length);
        }
        assertTrue(isQuestion(bytes, bytes.length));
    }

    /** Amounts that cannot be added up. */
    @Test
    void hugeAmountsAreRefused() {
        String text = new String(document(Coupling.CAPACITY), StandardCharsets.UTF_8);
        byte[] huge = text.replaceAll("\"memoryGB\": [0-9.]+", "\"memoryGB\": 1.7e308")
                .getBytes(StandardCharsets.UTF_8);
        assertFalse(isQuestion(huge, huge.length));
    }
}
