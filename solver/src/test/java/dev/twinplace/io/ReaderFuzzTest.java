package dev.twinplace.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.twinplace.model.Scenario;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDateTime;

/**
 * Readers either read any bytes or reject them in one line; what was read can be written and read again.
 *
 * <p>A normal build replays the inputs in {@code src/test/resources/dev/twinplace/io/ReaderFuzzTestInputs}. To search for
 * new ones, one method at a time:
 *
 * <pre>JAZZER_FUZZ=1 mvn -pl solver test -Dtest=ReaderFuzzTest#scenario -Djazzer.hooks=true</pre>
 */
class ReaderFuzzTest {
    private static final LocalDateTime AT = LocalDateTime.of(2017, 3, 15, 8, 0);

    private static void readsOrComplains(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidInputException e) {
            String message = e.getMessage();
            assertTrue(message.startsWith("input: "), message);
            assertFalse(message.chars().anyMatch(Character::isISOControl), message);
            assertTrue(message.length() < 1500, message);
        }
    }

    @FuzzTest(maxDuration = "3m")
    void scenario(byte[] bytes) {
        readsOrComplains(() -> {
            Scenario scenario = ScenarioReader.read("input", new ByteArrayInputStream(bytes));
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ScenarioWriter.write(scenario, written);
            assertEquals(scenario, ScenarioReader.read("written", new ByteArrayInputStream(written.toByteArray())));
        });
    }

    @FuzzTest(maxDuration = "3m")
    void orLibrary(byte[] bytes) {
        readsOrComplains(() -> OrLibraryReader.read("input", new ByteArrayInputStream(bytes), Sense.MAX));
    }

    @FuzzTest(maxDuration = "3m")
    void sites(byte[] bytes) {
        readsOrComplains(() -> SiteCsvReader.read("input", new ByteArrayInputStream(bytes)));
    }

    @FuzzTest(maxDuration = "3m")
    void devices(byte[] bytes) {
        readsOrComplains(() -> DeviceCsvReader.read("input", new ByteArrayInputStream(bytes)));
    }

    @FuzzTest(maxDuration = "3m")
    void counts(byte[] bytes) {
        readsOrComplains(() -> CountsCsvReader.read("input", new ByteArrayInputStream(bytes), AT));
    }

    @FuzzTest(maxDuration = "3m")
    void safetensors(byte[] bytes) {
        readsOrComplains(() -> SafetensorsReader.read("input", new ByteArrayInputStream(bytes)));
        readsOrComplains(() -> {
            byte[] sealed = SafetensorsBytes.seal(bytes);
            byte[] written = written(SafetensorsReader.read("input", new ByteArrayInputStream(sealed)));
            TensorFile again = SafetensorsReader.read("written", new ByteArrayInputStream(written));
            assertArrayEquals(written, written(again));
        });
    }

    private static byte[] written(TensorFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SafetensorsWriter.write(file, out);
        return out.toByteArray();
    }
}
