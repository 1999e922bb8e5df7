package dev.twinplace.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ForegroundProcessTest {
    private static final File DIRECTORY = new File(".");

    @Test
    void returnsTheExitCode() throws IOException, InterruptedException {
        assertEquals(3, ForegroundProcess.run(java(ExitWithThree.class), DIRECTORY));
    }

    @Test
    void destroysTheProcessWhenInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> ForegroundProcess.run(java(SleepLong.class), DIRECTORY));

        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            child.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> java(Class<?> program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
    }

    static final class ExitWithThree {
        private ExitWithThree() {}

        public static void main(String[] arguments) {
            System.exit(3);
        }
    }

    static final class SleepLong {
        private SleepLong() {}

        public static void main(String[] arguments) throws InterruptedException {
            TimeUnit.MINUTES.sleep(2);
        }
    }
}
