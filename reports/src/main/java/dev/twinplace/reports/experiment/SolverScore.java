package dev.twinplace.reports.experiment;

import java.util.List;
import org.hipparchus.stat.StatUtils;

/**
 * How one solver did on one set of problems, against the proven optimum.
 *
 * <p>A gap in percent alone flatters where costs differ little between servers, hence three figures: the gap, the hit
 * rate, and the range closed between random placement and the optimum. They are over the problems the solver answered.
 *
 * @param solver its id
 * @param problems how many it was given
 * @param answered on how many it found a placement
 * @param meanGap mean of (cost − optimum)/optimum
 * @param p95Gap 95th percentile of the same
 * @param worstGap largest of the same
 * @param hitRate share of problems solved to the optimum, within 1e-9
 * @param provenRate share of problems whose optimum it proved itself
 * @param rangeClosed (random − cost)/(random − optimum), of the means; 1 is optimal, 0 as good as random
 * @param medianMicros median of the decision time; 0 if it was not measured
 * @param p99Micros 99th percentile of the same
 */
public record SolverScore(
        String solver,
        int problems,
        int answered,
        double meanGap,
        double p95Gap,
        double worstGap,
        double hitRate,
        double provenRate,
        double rangeClosed,
        double medianMicros,
        double p99Micros) {
    private static final double HIT_TOLERANCE = 1e-9;

    /** One problem, one answer. */
    record Sample(Reference reference, double cost, boolean isProven) {
        boolean isAnswered() {
            return Double.isFinite(cost);
        }
    }

    /** Whether it answers everything, and no other one that does is faster and no worse, or closer and no slower. */
    public boolean isOnFrontOf(List<SolverScore> scores) {
        return answersAll() && scores.stream().noneMatch(this::isDominatedBy);
    }

    private boolean isDominatedBy(SolverScore other) {
        boolean isCloser = other.meanGap < meanGap - HIT_TOLERANCE;
        boolean isFaster = other.medianMicros < medianMicros;
        boolean isNoWorse = other.meanGap <= meanGap + HIT_TOLERANCE && other.medianMicros <= medianMicros;
        return other.answersAll() && isNoWorse && (isCloser || isFaster);
    }

    /** Whether it found a placement for every problem. */
    public boolean answersAll() {
        return answered == problems;
    }

    /** Of decisions that were not timed. */
    static SolverScore of(String solver, Sample[] samples) {
        return of(solver, samples, new DecisionTimes(0));
    }

    static SolverScore of(String solver, Sample[] samples, DecisionTimes times) {
        double[] gaps = new double[samples.length];
        int answered = 0;
        int hits = 0;
        int proofs = 0;
        double saved = 0;
        double savable = 0;
        for (Sample sample : samples) {
            proofs += sample.isProven() ? 1 : 0;
            if (sample.isAnswered()) {
                double gap = sample.reference().gap(sample.cost());
                gaps[answered++] = gap;
                hits += gap <= HIT_TOLERANCE ? 1 : 0;
                saved += sample.reference().random() - sample.cost();
                savable += sample.reference().random() - sample.reference().optimum();
            }
        }
        return new SolverScore(
                solver,
                samples.length,
                answered,
                StatUtils.mean(gaps, 0, answered),
                answered == 0 ? Double.NaN : StatUtils.percentile(gaps, 0, answered, 95),
                StatUtils.max(gaps, 0, answered),
                answered == 0 ? Double.NaN : (double) hits / answered,
                (double) proofs / samples.length,
                saved / savable,
                times.medianMicros(),
                times.p99Micros());
    }
}
