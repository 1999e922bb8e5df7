package dev.twinplace.reports.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws samples of a sample, with replacement, always the same ones. */
final class Resampling {
    private static final long SEED = 1;

    private Resampling() {}

    static double[] means(double[] values, int resamples) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double sum = 0;
            for (int n = 0; n < values.length; n++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        return means;
    }

    /** Draws rows and columns, each for themselves. */
    static double[] means(double[][] values, int resamples) {
        SplittableRandom random = new SplittableRandom(SEED);
        int columns = values[0].length;
        int[] drawn = new int[columns];
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            Arrays.setAll(drawn, n -> random.nextInt(columns));
            double sum = 0;
            for (int n = 0; n < values.length; n++) {
                double[] row = values[random.nextInt(values.length)];
                for (int column : drawn) {
                    sum += row[column];
                }
            }
            means[i] = sum / values.length / columns;
        }
        return means;
    }
}
