package dev.twinplace.reports.statistics;

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
        double mean = StatUtils.mean(values);
        double[] means = Resampling.means(values, RESAMPLES);
        double low = StatUtils.percentile(means, LOW_PERCENT);
        double high = StatUtils.percentile(means, HIGH_PERCENT);
        return new Interval(mean, Math.min(low, mean), Math.max(high, mean));
    }

    /** The mean between the least and the largest value: for a few seeds. */
    public static Interval range(double[] values) {
        return values.length == 0
                ? NONE
                : new Interval(StatUtils.mean(values), StatUtils.min(values), StatUtils.max(values));
    }
}
