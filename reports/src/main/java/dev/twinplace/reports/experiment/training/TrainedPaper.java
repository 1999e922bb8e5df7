package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperTrainer;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.reports.experiment.Answers;
import dev.twinplace.reports.experiment.PolicyValidation;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.TestSet;

/**
 * {@code ddl-paper}, trained for one environment and asked there. It serves no other, so comparisons train it anew.
 *
 * @param scale on which the number of iterations depends
 */
public record TrainedPaper(Scale scale) {
    private static final String LABEL = "ddl-paper";
    private static final long SEED = 1;

    /** How long it is trained: as in the paper. */
    public int iterations() {
        return scale.pick(1000, 30, 1);
    }

    /**
     * Trains with the paper's other settings and asks.
     *
     * @param generator of the environment; its edges must be those of the test set
     */
    public Answers answers(ScenarioGenerator generator, TestSet test) {
        return test.judge(LABEL, costs(generator, test, SEED));
    }

    /**
     * As {@link #answers}, with a seed of the training.
     *
     * @return what the placement of each problem costs, infinite where there is none
     */
    double[] costs(ScenarioGenerator generator, TestSet test, long seed) {
        Setting setting = Setting.base(scale);
        try (PolicyTrainer trainer = PaperTrainer.start(setting.training(new PaperScenarios(generator, seed)), 1)) {
            while (trainer.iteration() < iterations()) {
                trainer.step();
            }
            return new PolicyValidation(test).ask(trainer.policy()).costs();
        }
    }
}
