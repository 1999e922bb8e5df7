package dev.twinplace.exact.certificate;

import dev.twinplace.exact.certificate.Rounding.Item;

/**
 * A 0-1 knapsack: no contention, but not room for all. Candidates come in the order of gain per demand, compared without
 * rounding, and the bound is Dantzig's (Operations Research 5, 1957): fill up in this order, the last one in part.
 */
final class KnapsackSearch extends SubsetSearch {
    /** Outweighs the rounding of three operations and of the conversion of their operands. */
    private static final double ROUNDED_UP = 1 + 0x1p-50;

    /** Sums over all candidates before. */
    private final long[] gainBefore;

    private final long[] demandBefore;
    /** At least gain per demand. */
    private final double[] ratio;

    KnapsackSearch(Candidates candidates) {
        super(candidates, KnapsackSearch::compareGainPerDemand);
        int n = value.length;
        gainBefore = new long[n + 1];
        demandBefore = new long[n + 1];
        ratio = new double[n];
        for (int i = 0; i < n; i++) {
            gainBefore[i + 1] = gainBefore[i] - value[i];
            demandBefore[i + 1] = demandBefore[i] + demand[i];
            ratio[i] = -(double) value[i] / demand[i] * ROUNDED_UP;
        }
    }

    /** More gain per demand first: compares a.value · b.demand with b.value · a.demand in 128 bits. */
    private static int compareGainPerDemand(Item a, Item b) {
        int high = Long.compare(Math.multiplyHigh(a.value(), b.demand()), Math.multiplyHigh(b.value(), a.demand()));
        int low = Long.compareUnsigned(a.value() * b.demand(), b.value() * a.demand());
        int order = high != 0 ? high : low;
        return order != 0 ? order : Long.compare(a.demand(), b.demand());
    }

    @Override
    long bound(int next) {
        long left = room - loadSoFar + demandBefore[next];
        int end = next;
        while (end < value.length && demandBefore[end + 1] <= left) {
            end++;
        }
        long bound = valueSoFar - (gainBefore[end] - gainBefore[next]);
        if (end == value.length) {
            return bound;
        }
        double part = Math.ceil((left - demandBefore[end]) * ratio[end] * ROUNDED_UP);
        return bound - Math.min(-value[end], (long) part);
    }
}
