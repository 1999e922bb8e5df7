package dev.twinplace.reports.experiment.solving;

import dev.twinplace.reports.statistics.Interval;
import java.util.Arrays;

/**
 * How the figures of one method differ from those of another on the same problems, where less is better.
 *
 * @param interval mean difference with its 95 % interval by the percentile bootstrap over problems
 */
record PairedDifference(Interval interval) {
    static final String BETTER = "better";
    static final String WORSE = "worse";
    static final String UNDECIDED = "undecided";

    /** Of these figures from those of the other method, problem by problem. */
    static PairedDifference of(double[] figures, double[] others) {
        double[] differences = new double[figures.length];
        Arrays.setAll(differences, i -> figures[i] - others[i]);
        return new PairedDifference(Interval.bootstrap(differences));
    }

    /** Better or worse if the interval is on one side of 0. */
    String verdict() {
        if (interval.high() < 0) {
            return BETTER;
        }
        return interval.low() > 0 ? WORSE : UNDECIDED;
    }
}
