package dev.twinplace.benchmarks.peers.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers so far, a line each, added as they come, so that a run that was interrupted goes on where it was. A last line
 * that was cut off is no answer.
 */
public final class PeerTaskFile {
    private final Path file;
    private final Map<PeerTask, PeerAnswer> answers = new LinkedHashMap<>();

    /**
     * Reads the file, if it exists.
     *
     * @throws IllegalArgumentException if it is not a file of answers
     */
    public PeerTaskFile(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        String text = Files.exists(file) ? Files.readString(file) : "";
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (whole.length() < text.length()) {
            Files.writeString(file, whole);
        }
        whole.lines().map(line -> List.of(line.split("\t", -1))).forEach(this::take);
    }

    private void take(List<String> fields) {
        if (fields.size() != PeerTask.FIELDS + PeerAnswer.FIELDS) {
            throw new IllegalArgumentException(file + ": not a file of answers: " + fields);
        }
        answers.put(
                PeerTask.of(fields.subList(0, PeerTask.FIELDS)),
                PeerAnswer.of(fields.subList(PeerTask.FIELDS, fields.size())));
    }

    public boolean has(PeerTask task) {
        return answers.containsKey(task);
    }

    public void add(PeerTask task, PeerAnswer answer) throws IOException {
        answers.put(task, answer);
        String line = String.join("\t", task.fields()) + "\t" + String.join("\t", answer.fields()) + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Null if there is none yet. */
    public PeerAnswer get(PeerTask task) {
        return answers.get(task);
    }
}
