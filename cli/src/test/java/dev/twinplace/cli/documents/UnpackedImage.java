package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts an image as a container runtime does, with its files as root directory, its user, environment and entry point. There are
 * no limits and no network of its own, and the working directory is the root.
 */
final class UnpackedImage {
    private static final int LIMIT_SECONDS = 120;
    private static final String MOUNT =
            "mount --rbind /dev \"$0/dev\" && mount --rbind /proc \"$0/proc\" && exec \"$@\"";
    private static final Optional<Path> CHROOT = Stream.of("/usr/sbin/chroot", "/usr/bin/chroot")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private final ImageTarball image;
    private final Path root;

    /** Unpacks an image into a directory that is empty. */
    UnpackedImage(ImageTarball image, Path root) throws IOException, InterruptedException {
        this.image = image;
        this.root = root;
        image.unpackTo(root);
        Files.createDirectories(root.resolve("dev"));
        Files.createDirectories(root.resolve("proc"));
    }

    /** Whether this process may change its root and mount: true of the superuser, unless a container forbids it. */
    static boolean isPossible() throws IOException, InterruptedException {
        return CHROOT.isPresent()
                && new ProcessBuilder("unshare", "--mount", CHROOT.get().toString(), "/", "true")
                                .start()
                                .waitFor()
                        == 0;
    }

    /** A file of the image, as this process sees it. */
    Path file(String name) {
        return root.resolve(name);
    }

    /** Starts it with arguments in place of its own. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", MOUNT, root.toString()));
        command.addAll(List.of("env", "-i"));
        command.addAll(image.strings("/config/Env"));
        command.add(CHROOT.orElseThrow().toString());
        command.add("--userspec=" + image.config().at("/config/User").asString() + ":0");
        command.add(root.toString());
        command.addAll(image.strings("/config/Entrypoint"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Runs it with arguments that it must accept, and returns what it prints. */
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), output);
            assertEquals(0, process.exitValue(), output);
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
