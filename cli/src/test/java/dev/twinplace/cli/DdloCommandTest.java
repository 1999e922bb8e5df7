package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DdloCommandTest {
    @TempDir
    private Path folder;

    private String data(int rows) throws IOException {
        StringBuilder text =
                new StringBuilder("d11_MB,d12_MB,d13_MB,d21_MB,d22_MB,d23_MB,d31_MB,d32_MB,d33_MB,q_opt\n");
        for (int i = 0; i < rows; i++) {
            text.append("22,25,10,13,13,17,19,29,").append(20 + i % 10).append(",600\n");
        }
        return Files.writeString(folder.resolve("data.csv"), text).toString();
    }

    @Test
    void printsOneObject() throws IOException {
        Run run =
                Run.of("experiment", "ddlo", "--data", data(700), "--members", "2", "--seed", "3", "--format", "json");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().matches("\\{\"members\":2,\"meanRatio\":0\\.\\d+,\"hitRate\":[0-9.]+}\\R"), run.out());
    }

    @Test
    void printsATable() throws IOException {
        Run run = Run.of("experiment", "ddlo", "--data", data(20));
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("mean ratio"), run.out());
    }

    @Test
    void badInputIsOneLineAndStatus2() throws IOException {
        Run absent =
                Run.of("experiment", "ddlo", "--data", folder.resolve("none").toString());
        assertEquals(2, absent.status());
        assertEquals(1, absent.err().lines().count(), absent.err());
        Run single = Run.of("experiment", "ddlo", "--data", data(1));
        assertTrue(single.err().contains("must have at least two rows"), single.err());
        Run none = Run.of("experiment", "ddlo", "--data", data(5), "--members", "0");
        assertTrue(none.err().contains("--members: must be in [1, 10000], but was 0"), none.err());
        Run missing = Run.of("experiment");
        assertEquals(2, missing.status());
        assertTrue(missing.err().contains("an experiment is missing"), missing.err());
    }
}
