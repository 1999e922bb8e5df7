package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.DivergenceException;
import dev.twinplace.ddl.PolicyTrainer;
import dev.twinplace.reports.experiment.PolicyAnswers;
import dev.twinplace.reports.experiment.PolicyScore;
import dev.twinplace.reports.experiment.PolicyValidation;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** Trains a policy and judges it at some iterations, before and after: only so the convergence rate (21) is known. */
final class TrainingCurve {
    static final String ITERATION = "iteration";
    static final String CONVERGENCE_RATE = "convergenceRate";
    static final String MEAN_COST = "meanCost";
    static final String MEAN_GAP = "meanGap";
    static final String HIT_RATE = "hitRate";
    static final String RANGE_CLOSED = "rangeClosed";
    static final String DISTINCT_CANDIDATES = "distinctCandidates";
    static final String AGREEMENT = "agreement";

    private TrainingCurve() {}

    /** The trainer, which is closed at the end, up to the last of these iterations. If training diverges, the curve ends. */
    static Table of(PolicyTrainer trainer, PolicyValidation validation, List<Integer> iterations) {
        TableBuilder curve = new TableBuilder("curve", "Training")
                .numbers("iteration", ITERATION)
                .numbers("ratio", CONVERGENCE_RATE)
                .numbers("cost", MEAN_COST)
                .numbers("ratio", MEAN_GAP, HIT_RATE, RANGE_CLOSED)
                .numbers("count", DISTINCT_CANDIDATES)
                .numbers("ratio", AGREEMENT);
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
