package dev.twinplace.benchmarks.peers.published;

import dev.twinplace.benchmarks.peers.contest.PeerAnswer;
import dev.twinplace.benchmarks.peers.contest.PeerAnswer.Outcome;

/** An answer beside the best known values. All costs are whole numbers, so every bound is rounded up to one. */
record PublishedAnswer(PublishedInstance instance, PeerAnswer answer) {
    /** How much a bound that should be whole may be above a whole number by rounding alone. */
    private static final double ROUNDING = 1e-6;

    private static final String OPTIMAL = "OPTIMAL";
    private static final String FEASIBLE = "FEASIBLE";
    private static final String UNKNOWN = "UNKNOWN";

    /** At variance with the best known cost or the best known bound: one of the three is wrong. */
    private static final String WRONG = "WRONG";

    /** Negative infinity if there is none. */
    double bound() {
        return Math.ceil(answer.lowerBound() - ROUNDING);
    }

    boolean isProven() {
        return hasPlacement() && answer.cost() <= bound();
    }

    private boolean hasPlacement() {
        return answer.outcome() == Outcome.PLACED;
    }

    String status() {
        if (bound() > instance.bestKnown() || answer.cost() < instance.knownBound()) {
            return WRONG;
        }
        return switch (answer.outcome()) {
            case PLACED -> isProven() ? OPTIMAL : FEASIBLE;
            case NOTHING -> UNKNOWN;
            default -> answer.outcome().name();
        };
    }

    /** By which share of it the cost exceeds the best known; infinite without a placement. */
    double aboveBest() {
        return (answer.cost() - instance.bestKnown()) / instance.bestKnown();
    }

    /** By which share of it the bound is below the best known cost; infinite without a bound. */
    double belowBest() {
        return (instance.bestKnown() - bound()) / instance.bestKnown();
    }

    /** By which share of the bound the cost exceeds it; infinite without one of the two. */
    double provenGap() {
        return (answer.cost() - bound()) / Math.abs(bound());
    }
}
