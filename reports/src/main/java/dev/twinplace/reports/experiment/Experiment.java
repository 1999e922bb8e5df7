package dev.twinplace.reports.experiment;

import java.util.Optional;

/** Answers one question with figures. Its drawn numbers follow from seeds that it states; so the same run gives the same tables. */
public interface Experiment {
    /** On the command line and in file names. */
    String name();

    /** For people. */
    String title();

    /** What it measures, in one sentence. */
    String question();

    /** Why it cannot be run here, such as data that is not there; empty if it can. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** Runs all of it, except for the parts that the runner has already. */
    Findings run(PartRunner runner);
}
