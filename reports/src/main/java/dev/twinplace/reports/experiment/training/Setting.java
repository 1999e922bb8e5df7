package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperTraining;

/**
 * What {@code ddl-paper} is trained with.
 *
 * @param label of the curve
 * @param members K
 * @param learningRate of Adam
 * @param database samples that are kept
 */
record Setting(String label, int members, double learningRate, int database) {
    /** The paper's, or our reading of it where it says nothing. */
    static final Setting DEFAULT = new Setting(
            "default",
            PaperTraining.DEFAULT_MEMBERS,
            PaperTraining.DEFAULT_LEARNING_RATE,
            PaperTraining.DEFAULT_DATABASE);

    static Setting ofMembers(int members) {
        return new Setting("K = " + members, members, DEFAULT.learningRate, DEFAULT.database);
    }

    static Setting ofLearningRate(String rate) {
        return new Setting(rate, DEFAULT.members, Double.parseDouble(rate), DEFAULT.database);
    }

    static Setting ofDatabase(int database) {
        return new Setting(Integer.toString(database), DEFAULT.members, DEFAULT.learningRate, database);
    }

    PaperTraining training(PaperScenarios scenarios) {
        return new PaperTraining(scenarios, members, learningRate, database, PaperTraining.DEFAULT_BATCH);
    }
}
