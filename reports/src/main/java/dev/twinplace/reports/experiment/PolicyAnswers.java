package dev.twinplace.reports.experiment;

import dev.twinplace.ddl.ConvergenceRate;
import dev.twinplace.reports.experiment.SolverScore.Sample;
import java.util.Arrays;
import java.util.List;

/** What an ensemble answered on the problems of a {@link PolicyValidation}. */
public final class PolicyAnswers {
    private final List<Reference> references;
    private final double[] costs;
    private final int[] distinct;

    /** Nothing is copied. A problem without an answer costs infinity. */
    PolicyAnswers(List<Reference> references, double[] costs, int[] distinct) {
        this.references = references;
        this.costs = costs;
        this.distinct = distinct;
    }

    /** The convergence rate (21) between two rounds of answers to the same problems. */
    public double convergenceSince(PolicyAnswers before) {
        return ConvergenceRate.of(before.costs, costs);
    }

    /** What each placement costs; infinite where there is none. A copy. */
    public double[] costs() {
        return costs.clone();
    }

    /** All figures. */
    public PolicyScore score() {
        Sample[] samples = new Sample[costs.length];
        Arrays.setAll(samples, i -> new Sample(references.get(i), costs[i], false));
        SolverScore score = SolverScore.of("policy", samples);
        return new PolicyScore(
                score.problems(),
                score.answered(),
                score.meanGap(),
                score.hitRate(),
                score.rangeClosed(),
                Arrays.stream(distinct).average().orElseThrow(),
                (double) Arrays.stream(distinct).filter(count -> count == 1).count() / distinct.length);
    }
}
