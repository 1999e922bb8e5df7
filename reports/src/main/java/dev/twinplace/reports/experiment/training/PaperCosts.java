package dev.twinplace.reports.experiment.training;

import dev.twinplace.reports.statistics.Interval;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/** What {@code ddl-paper} costs on the same problems, trained with several seeds. */
final class PaperCosts {
    private final double[][] ofSeed;

    /**
     * Takes them without a copy.
     *
     * @param ofSeed for each seed and problem; infinite where there is no placement
     */
    PaperCosts(double[][] ofSeed) {
        this.ofSeed = ofSeed;
    }

    /** Of each problem, over seeds; infinite where a seed has no placement. */
    double[] means() {
        return IntStream.range(0, ofSeed[0].length)
                .mapToDouble(i -> StatUtils.mean(
                        Arrays.stream(ofSeed).mapToDouble(costs -> costs[i]).toArray()))
                .toArray();
    }

    /** The difference to these costs, over seeds and over the problems that all have answered; NaN if there are none. */
    Interval minus(double[] others) {
        double[] means = means();
        int[] answered = IntStream.range(0, others.length)
                .filter(i -> Double.isFinite(means[i]) && Double.isFinite(others[i]))
                .toArray();
        if (answered.length == 0) {
            return Interval.bootstrap(new double[0]);
        }
        return Interval.bootstrap(Arrays.stream(ofSeed)
                .map(costs -> Arrays.stream(answered)
                        .mapToDouble(i -> costs[i] - others[i])
                        .toArray())
                .toArray(double[][]::new));
    }
}
