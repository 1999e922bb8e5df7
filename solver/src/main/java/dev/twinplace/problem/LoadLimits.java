package dev.twinplace.problem;

/**
 * What counts as within capacity, server by server.
 *
 * <p>A load is a sum of floating-point numbers, and two orders of summation can differ in the last bits. The limit is the
 * capacity plus what this rounding can be, and no more:
 *
 * <pre>limit_s = capacity_s · (1 + (n_s + d + 2) · 2<sup>-53</sup>)</pre>
 *
 * <p>n<sub>s</sub> is how many twins with a demand can be on s at once: those whose demand is positive and at most the
 * capacity, and no more than the capacity divided by the least of these demands. d is how many numbers were summed into one
 * demand, {@link ProblemView#demandTerms}. A demand that is a sum is at most the capacity if it exceeds it by no more than
 * (d + 2) · 2<sup>-53</sup> of it. Larger demands play no part, however large: they bar the server.
 *
 * <p>Where the demands that fit are whole numbers and their sum is below 2<sup>53</sup>, every sum is exact and the limit is
 * the capacity. Fractions whose last digit, decimal or binary, is worth more than twice the tolerance are decided exactly as
 * well: no two sums of them are closer than that digit.
 */
final class LoadLimits {
    /** Whole numbers that sum to less are added exactly in any order. */
    private static final double EXACT = 0x1p53;

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private LoadLimits() {}

    /** Writes those of a buffer. O(M·R); allocates nothing. */
    static void write(ProblemBuffer problem) {
        for (int s = 0; s < problem.servers; s++) {
            problem.loadLimit[s] =
                    limit(problem.demand, s, problem.servers, problem.demandTerms(), problem.capacity[s]);
        }
    }

    /**
     * The largest sum that counts as within one capacity, of the demands {@code demand[first]}, {@code demand[first + step]}
     * and so on to the end of the array.
     *
     * @param terms d, how many numbers were added up to make one demand
     */
    static double limit(double[] demand, int first, int step, int terms, double capacity) {
        if (capacity == Double.POSITIVE_INFINITY) {
            return capacity;
        }
        double rounded = terms + 2;
        double largest = terms == 1 ? capacity : capacity + rounded * UNIT_ROUNDOFF * capacity;
        int fitting = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        boolean whole = true;
        for (int cell = first; cell < demand.length; cell += step) {
            double each = demand[cell];
            if (each > 0 && each <= largest) {
                fitting++;
                sum += each;
                least = Math.min(least, each);
                whole &= each == Math.rint(each);
            }
        }
        if (whole && sum < EXACT) {
            return capacity;
        }
        double together = Math.min(fitting, Math.floor(capacity / least));
        return capacity + (together + rounded) * UNIT_ROUNDOFF * capacity;
    }

    /**
     * What rounding can add to a sum of any of these values, relative to it: 0 where sums are exact.
     *
     * @param terms how many numbers were added up to make one value; 1 if they were whole too, so that nothing was rounded
     */
    static double rounding(double[] values, int terms) {
        int positive = 0;
        boolean whole = true;
        for (double each : values) {
            positive += each > 0 ? 1 : 0;
            whole &= each == Math.rint(each);
        }
        return terms == 1 && whole && ProblemView.sum(values) < EXACT ? 0 : (positive + terms + 2) * UNIT_ROUNDOFF;
    }
}
