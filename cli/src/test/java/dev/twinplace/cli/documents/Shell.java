package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cli.Twinplace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs commands of a document by bash, in a folder that has the documents and a launcher of the classes under test. */
final class Shell {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final int LIMIT_SECONDS = 300;

    private final Path folder;

    Shell(Path folder) throws IOException {
        this.folder = folder;
        Files.createSymbolicLink(folder.resolve("docs"), Repository.ROOT.resolve("docs"));
        Path launcher = Files.writeString(
                folder.resolve("twinplace"),
                String.join(
                        " ",
                        "#!/bin/sh\nexec",
                        quoted(JAVA),
                        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow",
                        quoted("-Dtwinplace.home=" + Repository.ROOT),
                        "-cp",
                        quoted(CLASS_PATH),
                        Twinplace.class.getName(),
                        "\"$@\"\n"));
        assertTrue(launcher.toFile().setExecutable(true));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Runs a script that must succeed, and returns its standard output. */
    String run(String script) throws IOException, InterruptedException {
        File out = folder.resolve("standard-output").toFile();
        File err = folder.resolve("standard-error").toFile();
        Process process = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start();
        try {
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), () -> "does not end: " + script);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String complaint = Files.readString(err.toPath());
        assertEquals(0, process.exitValue(), () -> script + "\n" + complaint);
        return Files.readString(out.toPath());
    }

    /** Ends the process that a document started in the background and that still runs, because a command after it failed. */
    void endServers() throws IOException {
        Path id = folder.resolve("serve.pid");
        if (Files.exists(id)) {
            ProcessHandle.of(Long.parseLong(Files.readString(id).strip()))
                    .filter(process -> process.info()
                            .command()
                            .equals(ProcessHandle.current().info().command()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
