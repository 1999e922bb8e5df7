package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.EnsemblePolicy;
import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperTrainer;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.reports.experiment.Answers;
import dev.twinplace.reports.experiment.PolicyValidation;
import dev.twinplace.reports.experiment.TestSet;

/** {@code ddl-paper}, trained for one environment and asked there. It serves no other, so comparisons train it anew. */
public final class TrainedPaper {
    private static final String LABEL = "ddl-paper";
    private static final long SEED = 1;

    private TrainedPaper() {}

    /**
     * Trains with the paper's settings and asks.
     *
     * @param generator of the environment; its edges must be those of the test set
     */
    public static Answers answers(ScenarioGenerator generator, int iterations, TestSet test) {
        Setting setting = Setting.DEFAULT;
        try (PolicyTrainer trainer = PaperTrainer.start(setting.training(new PaperScenarios(generator, SEED)), 1)) {
            while (trainer.iteration() < iterations) {
                trainer.step();
            }
            EnsemblePolicy policy = trainer.policy();
            return test.judge(LABEL, new PolicyValidation(test).ask(policy).costs());
        }
    }
}
