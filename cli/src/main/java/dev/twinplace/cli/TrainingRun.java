package dev.twinplace.cli;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.reports.experiment.PolicyAnswers;
import dev.twinplace.reports.experiment.PolicyScore;
import dev.twinplace.reports.experiment.PolicyValidation;

/** Trains to the end of a plan, saving and judging on the way. Neither changes what is learnt. */
final class TrainingRun {
    private static final int REPORTS = 100;

    private final String title;
    private final PolicyTrainer trainer;
    private final int iterations;
    private final Checkpoint checkpoint;
    private final PolicyValidation validation;
    private final CancellationToken cancellation;

    TrainingRun(
            String title,
            PolicyTrainer trainer,
            int iterations,
            Checkpoint checkpoint,
            PolicyValidation validation,
            CancellationToken cancellation) {
        this.title = title;
        this.trainer = trainer;
        this.iterations = iterations;
        this.checkpoint = checkpoint;
        this.validation = validation;
        this.cancellation = cancellation;
    }

    /** Trains until the plan is done or cancelled, and leaves a checkpoint of the last iteration. */
    TrainingResult run() {
        checkpoint.write(trainer);
        TrainingResult result = new TrainingResult(trainer.iteration(), Double.NaN, Double.NaN, score());
        try (Progress progress = new Progress(title, iterations - trainer.iteration())) {
            String news = "";
            while (trainer.iteration() < iterations && !cancellation.isCancelled()) {
                if (isReported(trainer.iteration() + 1)) {
                    result = judgedStep();
                    news = result.toLine();
                } else {
                    trainer.step();
                }
                progress.step(news);
                checkpoint.writeIfDue(trainer);
            }
        }
        checkpoint.write(trainer);
        return result;
    }

    /** Often enough to be watched on a terminal. */
    private boolean isReported(int iteration) {
        int interval = Math.max(1, iterations / REPORTS);
        return iteration == iterations || (Progress.isShown() && iteration % interval == 0);
    }

    private TrainingResult judgedStep() {
        PolicyAnswers before = validation.ask(trainer.policy());
        double loss = trainer.step();
        PolicyAnswers after = validation.ask(trainer.policy());
        return new TrainingResult(trainer.iteration(), loss, after.convergenceSince(before), after.score());
    }

    private PolicyScore score() {
        return validation.ask(trainer.policy()).score();
    }
}
