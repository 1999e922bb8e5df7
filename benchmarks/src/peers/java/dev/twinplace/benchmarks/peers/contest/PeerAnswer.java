package dev.twinplace.benchmarks.peers.contest;

import java.util.List;

/**
 * What became of a task.
 *
 * @param outcome of the solver
 * @param cost by definition, of a placement that the independent checker let pass; infinite without one
 * @param lowerBound negative infinity if none is proven
 * @param millis from the compiled problem to the checked placement; infinite if it had to be stopped
 */
public record PeerAnswer(Outcome outcome, double cost, double lowerBound, double millis) {
    static final int FIELDS = 4;

    /** How a solver ended. */
    public enum Outcome {
        /** With a placement. */
        PLACED("placed"),
        /** In its own time, without a placement. */
        NOTHING("found none"),
        /** It refuses problems like this one. */
        REFUSED("refused"),
        /** Long after its budget it still ran, and its Java VM was ended. */
        STOPPED("stopped, far over the budget"),
        /** By an error, such as too little memory. */
        FAILED("failed");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** For tables. */
        public String words() {
            return words;
        }
    }

    /** Of a task that no placement came of. */
    public static PeerAnswer without(Outcome outcome, double millis) {
        return new PeerAnswer(outcome, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, millis);
    }

    static PeerAnswer of(List<String> fields) {
        return new PeerAnswer(
                Outcome.valueOf(fields.get(0)),
                Double.parseDouble(fields.get(1)),
                Double.parseDouble(fields.get(2)),
                Double.parseDouble(fields.get(3)));
    }

    List<String> fields() {
        return List.of(outcome.name(), Double.toString(cost), Double.toString(lowerBound), Double.toString(millis));
    }
}
