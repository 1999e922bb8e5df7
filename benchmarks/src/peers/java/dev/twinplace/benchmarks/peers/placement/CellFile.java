package dev.twinplace.benchmarks.peers.placement;

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
final class CellFile {
    private final Path file;
    private final Map<Cell, Answer> answers = new LinkedHashMap<>();

    CellFile(Path file) throws IOException {
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
        if (fields.size() != Cell.FIELDS + Answer.FIELDS) {
            throw new IllegalArgumentException(file + ": not a file of answers: " + fields);
        }
        answers.put(Cell.of(fields.subList(0, Cell.FIELDS)), Answer.of(fields.subList(Cell.FIELDS, fields.size())));
    }

    boolean has(Cell cell) {
        return answers.containsKey(cell);
    }

    void add(Cell cell, Answer answer) throws IOException {
        answers.put(cell, answer);
        String line = String.join("\t", cell.fields()) + "\t" + String.join("\t", answer.fields()) + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    Answer get(Cell cell) {
        return answers.get(cell);
    }
}
