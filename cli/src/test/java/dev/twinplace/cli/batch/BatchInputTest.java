package dev.twinplace.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.io.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchInputTest {
    @TempDir
    private Path directory;

    private BatchInput read(Path file) {
        return BatchInput.read(
                List.of(BatchSource.ofFile("lines", file)), directory.resolve("output"), new CancellationToken());
    }

    private static String readAgain(BatchInput input) throws IOException {
        try (InputStream again = input.open()) {
            return new String(again.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsReadAgainIsWhatWasCounted() throws IOException {
        Path file = Files.writeString(directory.resolve("lines"), "one\ntwo");
        try (BatchInput input = read(file)) {
            assertEquals(2, input.lines());
            assertEquals("one\ntwo\n", readAgain(input));
            input.requireReadAgain();
        }
    }

    @Test
    void aFileThatChangesMeanwhileIsNoticed() throws IOException {
        Path file = Files.writeString(directory.resolve("lines"), "one\ntwo\n");
        try (BatchInput input = read(file)) {
            Files.writeString(file, "two\none\n");
            readAgain(input);
            InvalidInputException refusal = assertThrows(InvalidInputException.class, input::requireReadAgain);
            assertEquals(
                    "input: must not change during a run, but has other lines now; answers are of both",
                    refusal.getMessage());
        }
    }
}
