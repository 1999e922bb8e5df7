package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.DivergenceException;
import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.reports.experiment.PolicyAnswers;
import dev.twinplace.reports.experiment.PolicyScore;
import dev.twinplace.reports.experiment.PolicyValidation;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** Trains a policy and judges it at some iterations, before and after: only so the convergence rate (21) is known. */
final class TrainingCurve {
    private TrainingCurve() {}

    /** The trainer, which is closed at the end, up to the last of these iterations. If training diverges, the curve ends. */
    static Table of(PolicyTrainer trainer, PolicyValidation validation, List<Integer> iterations) {
        TableBuilder curve = new TableBuilder("curve", "Training")
                .columns(
                        Columns.ITERATION,
                        Columns.CONVERGENCE_RATE,
                        Columns.MEAN_COST,
                        Columns.MEAN_GAP,
                        Columns.HIT_RATE,
                        Columns.RANGE_CLOSED,
                        Columns.DISTINCT_CANDIDATES,
                        Columns.AGREEMENT);
        try (trainer) {
            for (int iteration : iterations) {
                while (trainer.iteration() < iteration - 1) {
                    trainer.step();
                }
                PolicyAnswers before = validation.ask(trainer.policy());
                trainer.step();
                PolicyAnswers after = validation.ask(trainer.policy());
                PolicyScore score = after.score();
                curve.row(
                        iteration,
                        after.convergenceSince(before),
                        StatUtils.mean(after.costs()),
                        score.meanGap(),
                        score.hitRate(),
                        score.rangeClosed(),
                        score.distinctCandidates(),
                        score.unanimity());
            }
        } catch (DivergenceException e) {
            return curve.build();
        }
        return curve.build();
    }
}
