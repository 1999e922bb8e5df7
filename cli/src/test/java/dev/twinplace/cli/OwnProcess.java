package dev.twinplace.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.condition.OS;

/** The command line in a process of its own, which a signal may end. */
final class OwnProcess {
    private OwnProcess() {}

    /**
     * Its command.
     *
     * @param options of the Java VM
     * @param arguments of the command line
     */
    static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        if (OS.LINUX.isCurrentOs()) { // what a script started in the background ignores SIGINT, and so do its children
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Twinplace.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
