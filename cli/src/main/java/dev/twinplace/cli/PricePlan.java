package dev.twinplace.cli;

import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.ddl.TensorReader;
import dev.twinplace.ddl.price.PriceTrainer;
import dev.twinplace.ddl.price.PriceTraining;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Scenario;

/**
 * Training {@code ddl-price}, which chooses its scenarios itself: sizes, profile, coupling and α of the options are those it
 * is judged by.
 *
 * @param training all that its bits depend on
 * @param judges draws the scenarios to judge by
 * @param threads on which its bits do not depend
 */
record PricePlan(PriceTraining training, ScenarioGenerator judges, int threads) implements TrainingPlan {
    static PricePlan of(TrainingOptions options) {
        options.requireNoDatabase();
        PriceTraining standard = PriceTraining.DEFAULT;
        PriceTraining training = new PriceTraining(
                options.members(standard.members()),
                standard.hidden(),
                options.iterations(standard.iterations()),
                options.batch(standard.batch()),
                options.learningRate(standard.learningRate()),
                options.seed());
        return new PricePlan(training, options.scenarios(Coupling.CAPACITY), options.threads());
    }

    @Override
    public int iterations() {
        return training.iterations();
    }

    @Override
    public PolicyTrainer start() {
        return PriceTrainer.start(training, threads);
    }

    @Override
    public PolicyTrainer resume(TensorReader checkpoint) {
        return PriceTrainer.resume(training, checkpoint, threads);
    }

    @Override
    public Scenario validation(long number) {
        return judges.generate(number);
    }
}
