package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;

/** Placeholder. */
public final class ProblemHash {
    private ProblemHash() {}

    public static String of(PlacementProblem problem) {
        return "";
    }
}
