package dev.twinplace.reports.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;

/**
 * A mean and how far it can be trusted.
 *
 * @param mean NaN of no values
 * @param low at most the mean
 * @param high at least the mean
 */
public record Interval(double mean, double low, double high) {
    private static final int RESAMPLES = 1000;
    private static final double LOW_PERCENT = 2.5;
    private static final double HIGH_PERCENT = 97.5;
    private static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

    /** The mean with its 95 % interval by the percentile bootstrap; the same values give the same interval. */
    public static Interval bootstrap(double[] values) {
        if (values.length == 0) {
            return NONE;
        }
        return percentiles(StatUtils.mean(values), Resampling.means(values, RESAMPLES));
    }

    private static Interval percentiles(double mean, double[] means) {
        double low = StatUtils.percentile(means, LOW_PERCENT);
        double high = StatUtils.percentile(means, HIGH_PERCENT);
        return new Interval(mean, Math.min(low, mean), Math.max(high, mean));
    }

    /**
     * The mean with its 95 % interval by Student's t: for a few seeds, whose figures are means themselves and nearly normal. Of
     * one value nothing is known: it is without limits.
     */
    public static Interval student(double[] values) {
        if (values.length == 0) {
            return NONE;
        }
        double mean = StatUtils.mean(values);
        if (values.length == 1) {
            return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double t = new TDistribution(values.length - 1).inverseCumulativeProbability(HIGH_PERCENT / 100);
        double half = t * Math.sqrt(StatUtils.variance(values) / values.length);
        return new Interval(mean, mean - half, mean + half);
    }

    /**
     * The mean with its 95 % interval by the percentile bootstrap, of figures that have two sources of chance: seeds and
     * problems are drawn anew, each for themselves.
     *
     * @param values for each seed and problem; each seed has the same problems, at least one
     */
    public static Interval bootstrap(double[][] values) {
        double mean =
                Arrays.stream(values).mapToDouble(StatUtils::mean).average().orElse(Double.NaN);
        return percentiles(mean, Resampling.means(values, RESAMPLES));
    }

    /** The mean between the least and the largest value: for a few seeds. */
    public static Interval range(double[] values) {
        return values.length == 0
                ? NONE
                : new Interval(StatUtils.mean(values), StatUtils.min(values), StatUtils.max(values));
    }
}
