package dev.twinplace.cli.batch;

import dev.twinplace.decision.lines.LineAnswer;
import java.nio.charset.StandardCharsets;

/** What the lines of a batch came to. */
final class BatchTally {
    private long lines;
    private long refused;
    private long failed;
    private long firstLine = Long.MAX_VALUE;
    private String firstComplaint = "";

    /**
     * Adds a line.
     *
     * @param line its index in the input
     */
    void add(long line, LineAnswer answer) {
        lines++;
        if (answer.isAnswered()) {
            return;
        }
        if (answer.kind() == LineAnswer.Kind.FAILED) {
            failed++;
        } else {
            refused++;
        }
        if (line < firstLine) {
            firstLine = line;
            firstComplaint = answer.complaint();
        }
    }

    /** Adds all lines of a chunk of answers, the first of which has this index. */
    void add(long line, LineChunk answers) {
        int begin = 0;
        for (int i = 0; i < answers.lines(); i++) {
            int end = answers.end(begin);
            add(line + i, LineAnswer.parse(new String(answers.bytes(), begin, end - begin, StandardCharsets.UTF_8)));
            begin = end + 1;
        }
    }

    /** Adds what another counted. */
    void add(BatchTally other) {
        lines += other.lines;
        refused += other.refused;
        failed += other.failed;
        if (other.firstLine < firstLine) {
            firstLine = other.firstLine;
            firstComplaint = other.firstComplaint;
        }
    }

    long lines() {
        return lines;
    }

    /** Lines that are no scenario, or of a kind that the solver does not take. */
    long refused() {
        return refused;
    }

    /** Lines with an error of ours. */
    long failed() {
        return failed;
    }

    /** The first line without an answer; {@link Long#MAX_VALUE} if all have one. */
    long firstLine() {
        return firstLine;
    }

    /** What is wrong with it. */
    String firstComplaint() {
        return firstComplaint;
    }
}
