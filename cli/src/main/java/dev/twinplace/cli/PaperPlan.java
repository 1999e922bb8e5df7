package dev.twinplace.cli;

import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperTrainer;
import dev.twinplace.ddl.paper.PaperTraining;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;

/**
 * Training {@code ddl-paper}.
 *
 * @param training all that its bits depend on
 * @param scenarios of the same
 * @param iterations in all
 * @param threads on which its bits do not depend
 */
record PaperPlan(PaperTraining training, PaperScenarios scenarios, int iterations, int threads)
        implements TrainingPlan {
    /** "Each model is trained with 1000 iterations." */
    private static final int DEFAULT_ITERATIONS = 1000;

    static PaperPlan of(TrainingOptions options) {
        PaperScenarios scenarios = new PaperScenarios(options.scenarios(Coupling.INDEPENDENT), options.seed());
        PaperTraining training = new PaperTraining(
                scenarios,
                options.members(PaperTraining.DEFAULT_MEMBERS),
                options.learningRate(PaperTraining.DEFAULT_LEARNING_RATE),
                options.database(PaperTraining.DEFAULT_DATABASE),
                options.batch(PaperTraining.DEFAULT_BATCH));
        return new PaperPlan(training, scenarios, options.iterations(DEFAULT_ITERATIONS), options.threads());
    }

    @Override
    public PolicyTrainer start() {
        return PaperTrainer.start(training, threads);
    }

    @Override
    public PolicyTrainer resume(TensorReader checkpoint) {
        return PaperTrainer.resume(training, checkpoint, threads);
    }

    @Override
    public Scenario validation(long number) {
        return scenarios.validation(number);
    }
}
