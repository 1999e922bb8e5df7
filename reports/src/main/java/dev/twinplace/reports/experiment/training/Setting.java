package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperTraining;
import dev.twinplace.reports.experiment.Scale;

/**
 * What {@code ddl-paper} is trained with.
 *
 * @param label of the curve
 * @param members K
 * @param learningRate of Adam
 * @param database samples that are kept
 */
record Setting(String label, int members, double learningRate, int database) {
    /** The paper's, or our reading of it where it says nothing; smaller only for tests. */
    static Setting base(Scale scale) {
        return new Setting(
                "default",
                scale == Scale.TINY ? 2 : PaperTraining.DEFAULT_MEMBERS,
                PaperTraining.DEFAULT_LEARNING_RATE,
                scale == Scale.TINY ? 16 : PaperTraining.DEFAULT_DATABASE);
    }

    Setting withMembers(int count) {
        return new Setting("K = " + count, count, learningRate, database);
    }

    Setting withLearningRate(String rate) {
        return new Setting(rate, members, Double.parseDouble(rate), database);
    }

    Setting withDatabase(int size) {
        return new Setting(Integer.toString(size), members, learningRate, size);
    }

    PaperTraining training(PaperScenarios scenarios) {
        return new PaperTraining(scenarios, members, learningRate, database, PaperTraining.DEFAULT_BATCH);
    }
}
