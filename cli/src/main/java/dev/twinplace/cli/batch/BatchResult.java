package dev.twinplace.cli.batch;

import dev.twinplace.decision.lines.LineDecider;

/**
 * What a batch came to, with what earlier runs of it wrote.
 *
 * @param lines of the inputs
 * @param written lines of the shards; fewer if it was cancelled
 * @param refused lines that are no scenario, or of a kind that the solver does not take
 * @param failed lines with an error of ours
 * @param complaint about the first line without an answer, in one line with its place; empty if all have one
 */
public record BatchResult(long lines, long written, long refused, long failed, String complaint) {
    static final BatchResult NOTHING = new BatchResult(0, 0, 0, 0, "");

    private static final String SOURCE = LineDecider.SOURCE + ": ";

    static BatchResult of(BatchInput input, BatchTally tally) {
        String complaint = "";
        if (tally.firstLine() < Long.MAX_VALUE) {
            String rule = tally.firstComplaint().substring(SOURCE.length());
            complaint = input.place(tally.firstLine()) + ": " + rule.replaceFirst("^line 1, ", "");
        }
        return new BatchResult(input.lines(), tally.lines(), tally.refused(), tally.failed(), complaint);
    }
}
