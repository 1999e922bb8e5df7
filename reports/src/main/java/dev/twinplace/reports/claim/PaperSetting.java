package dev.twinplace.reports.claim;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;

/** Training with the settings that the paper names, and ours where it names none, in the results of {@code learning-rate}. */
final class PaperSetting {
    /** As that experiment writes the default of {@code PaperTraining}. */
    static final String LEARNING_RATE = "1e-3";

    static final String EXPERIMENT = "learning-rate";

    private PaperSetting() {}

    static SeedFigures seeds(Evidence evidence) {
        return SeedFigures.of(evidence, EXPERIMENT).of(LEARNING_RATE);
    }

    static Rows rows(Evidence evidence, String table) {
        return evidence.rows(EXPERIMENT, table).where(Columns.SETTING, LEARNING_RATE);
    }
}
