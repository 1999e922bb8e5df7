package dev.twinplace.cli;

import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.ddl.pair.PairTrainer;
import dev.twinplace.ddl.pair.PairTraining;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;

/**
 * Training {@code ddl-pair}, which chooses its scenarios itself: sizes, profile, coupling and α of the options are those it
 * is judged by.
 *
 * @param training all that its bits depend on
 * @param judges draws the scenarios to judge by
 * @param threads on which its bits do not depend
 */
record PairPlan(PairTraining training, ScenarioGenerator judges, int threads) implements TrainingPlan {
    static PairPlan of(TrainingOptions options) {
        options.requireNoDatabase();
        PairTraining standard = PairTraining.DEFAULT;
        PairTraining training = new PairTraining(
                options.members(standard.members()),
                standard.hidden(),
                options.iterations(standard.iterations()),
                options.batch(standard.batch()),
                options.learningRate(standard.learningRate()),
                options.seed());
        return new PairPlan(training, options.scenarios(Coupling.CAPACITY), options.threads());
    }

    @Override
    public int iterations() {
        return training.iterations();
    }

    @Override
    public PolicyTrainer start() {
        return PairTrainer.start(training, threads);
    }

    @Override
    public PolicyTrainer resume(TensorReader checkpoint) {
        return PairTrainer.resume(training, checkpoint, threads);
    }

    @Override
    public Scenario validation(long number) {
        return judges.generate(number);
    }
}
