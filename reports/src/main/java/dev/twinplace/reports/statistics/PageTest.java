package dev.twinplace.reports.statistics;

import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.stat.ranking.NaturalRanking;

/**
 * Page's test for ordered alternatives: whether figures fall from setting to setting, by their ranks within each seed. The
 * distribution is exact, given the ties that there are.
 *
 * <p>E. B. Page, Ordered hypotheses for multiple treatments, JASA 58 (1963).
 */
public final class PageTest {
    private static final int MAX_SETTINGS = 8;

    private PageTest() {}

    /**
     * How probable a fall is that is at least as steady as this one, if the settings made no difference. Takes time and memory
     * of the order of k! + n² k⁴.
     *
     * @param figures for each of n seeds and k settings, 1 to {@value #MAX_SETTINGS}, in the order in which they should fall;
     *     may be infinite
     * @throws IllegalArgumentException if there are too many settings
     */
    public static double falling(double[][] figures) {
        Map<Integer, Double> sums = Map.of(0, 1.0);
        int observed = 0;
        for (double[] seed : figures) {
            int[] ranks = doubledRanks(seed);
            observed += product(ranks);
            Map<Integer, Double> products = new TreeMap<>();
            permute(ranks, 0, products);
            sums = sum(sums, products);
        }
        double all = 0;
        double asSteady = 0;
        for (Map.Entry<Integer, Double> each : sums.entrySet()) {
            all += each.getValue();
            asSteady += each.getKey() <= observed ? each.getValue() : 0;
        }
        return asSteady / all;
    }

    /** As falling figures, if they rise. */
    public static double rising(double[][] figures) {
        double[][] turned = new double[figures.length][];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = new double[figures[i].length];
            for (int k = 0; k < turned[i].length; k++) {
                turned[i][k] = -figures[i][k];
            }
        }
        return falling(turned);
    }

    private static int[] doubledRanks(double[] figures) {
        if (figures.length > MAX_SETTINGS) {
            throw new IllegalArgumentException("settings: must be <= " + MAX_SETTINGS + ", but was " + figures.length);
        }
        double[] ranks = new NaturalRanking().rank(figures);
        int[] doubled = new int[ranks.length];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = (int) Math.round(2 * ranks[i]);
        }
        return doubled;
    }

    private static int product(int[] ranks) {
        int sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += (i + 1) * ranks[i];
        }
        return sum;
    }

    /** Counts the products of all orders of the ranks from here on. */
    private static void permute(int[] ranks, int from, Map<Integer, Double> products) {
        if (from == ranks.length) {
            products.merge(product(ranks), 1.0, Double::sum);
            return;
        }
        for (int i = from; i < ranks.length; i++) {
            swap(ranks, from, i);
            permute(ranks, from + 1, products);
            swap(ranks, from, i);
        }
    }

    private static void swap(int[] ranks, int i, int k) {
        int kept = ranks[i];
        ranks[i] = ranks[k];
        ranks[k] = kept;
    }

    private static Map<Integer, Double> sum(Map<Integer, Double> some, Map<Integer, Double> others) {
        Map<Integer, Double> sums = new TreeMap<>();
        some.forEach(
                (one, count) -> others.forEach((other, times) -> sums.merge(one + other, count * times, Double::sum)));
        return sums;
    }
}
