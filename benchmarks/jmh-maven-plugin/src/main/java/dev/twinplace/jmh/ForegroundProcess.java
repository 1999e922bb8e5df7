package dev.twinplace.jmh;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** A child process on this one's terminal that, with all it started, does not outlive the wait for it. */
final class ForegroundProcess {
    private ForegroundProcess() {}

    /** Runs a command and returns its exit code; destroys it when this thread is interrupted or this VM shuts down. */
    static int run(List<String> command, File directory) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).directory(directory).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> destroy(process)));
        try {
            return process.waitFor();
        } finally {
            destroy(process);
        }
    }

    /** Destroys the process itself first, so that it cannot start others in place of its children. */
    private static void destroy(Process process) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroy);
    }
}
