package dev.twinplace.exact.bound;

import java.util.Arrays;

/**
 * Solves a 0-1 knapsack by dynamic programming over a core that grows (Pisinger, Operations Research 45, 1997: MINKNAP).
 *
 * <p>Starts from the items taken up to the first that does not fit, and decides items alternately to its right, which may be
 * added, and to its left, which may be removed. A state is the load and the value of one such choice; it goes if another
 * has neither more load nor more value, or if the gain per demand of the next item says that nothing better than the incumbent
 * follows. Departs from the source in that numbers need not be whole, and in that too many states end it with a bound.
 *
 * <p>Values are negative gains, least is best. Allocates nothing after construction.
 */
final class KnapsackCore {
    private static final int MAX_STATES = 4096;
    private static final int MAX_FLIPS = 1 << 16;
    private static final int NONE = -1;

    /** Loads are sums and differences of demands: what rounding adds to them must not make a choice too large. */
    private static final double ROUNDING = 0x1p-48;

    private final double[] gain;
    private final double[] demand;

    private double[] load = new double[MAX_STATES];
    private double[] value = new double[MAX_STATES];
    private int[] flips = new int[MAX_STATES];
    private double[] otherLoad = new double[MAX_STATES];
    private double[] otherValue = new double[MAX_STATES];
    private int[] otherFlips = new int[MAX_STATES];
    private int states;

    /** The items in which a choice differs from the first: a list, each entry an item and the rest of the list. */
    private final int[] flippedItem = new int[MAX_FLIPS];

    private final int[] rest = new int[MAX_FLIPS];
    private int flipCount;
    private final boolean[] flipped;

    private double limit;
    private double best;
    private int bestFlips;
    private boolean accepted;
    private int breakItem;
    private int left;
    private int right;
    private double leftRate;
    private double rightRate;

    /** Solves knapsacks whose items are in the arrays at each {@link #solve}: all gains are negative, in ascending order of gain per demand. */
    KnapsackCore(double[] gain, double[] demand) {
        this.gain = gain;
        this.demand = demand;
        flipped = new boolean[gain.length];
    }

    /**
     * Finds the least value below a cutoff.
     *
     * @param count of the items
     * @param skipped an item that is not taken, or -1
     * @param baseValue to which gains add
     * @param baseLoad to which demands add
     * @return the least value, or a lower bound of it where there are too many states; {@code cutoff} if it is not less
     */
    double solve(int count, int skipped, double baseValue, double baseLoad, double capacity, double cutoff) {
        limit = capacity + ROUNDING * count * capacity;
        best = cutoff;
        accepted = false;
        start(count, skipped, baseValue, baseLoad);
        while (states > 0 && (left >= 0 || right < count)) {
            if (!decideRight(count, skipped) || !decideLeft(count, skipped)) {
                return leastBound();
            }
        }
        return best;
    }

    private void start(int count, int skipped, double baseValue, double baseLoad) {
        double sum = baseLoad;
        double total = baseValue;
        int k = 0;
        for (; k < count && (k == skipped || sum + demand[k] <= limit); k++) {
            if (k != skipped) {
                sum += demand[k];
                total += gain[k];
            }
        }
        breakItem = k;
        left = k - 1;
        right = k;
        flipCount = 0;
        updateRates(count, skipped);
        load[0] = sum;
        value[0] = total;
        flips[0] = NONE;
        states = bound(sum, total) < best ? 1 : 0;
        accept(sum, total, NONE);
    }

    /** Adds the next item to all states; returns whether memory sufficed. */
    private boolean decideRight(int count, int skipped) {
        int item = right;
        if (item == count) {
            return true;
        }
        right++;
        updateRates(count, skipped);
        if (merge(item, demand[item], gain[item])) {
            return true;
        }
        right = item; // undecided again
        updateRates(count, skipped);
        return false;
    }

    /** Removes the next item from all states; returns whether memory sufficed. */
    private boolean decideLeft(int count, int skipped) {
        int item = left;
        if (item < 0) {
            return true;
        }
        left--;
        updateRates(count, skipped);
        if (merge(item, -demand[item], -gain[item])) {
            return true;
        }
        left = item; // undecided again
        updateRates(count, skipped);
        return false;
    }

    /** Items without demand are never removed. */
    private void updateRates(int count, int skipped) {
        left -= left == skipped ? 1 : 0;
        right += right == skipped ? 1 : 0;
        if (left >= 0 && demand[left] == 0) {
            left = NONE;
        }
        leftRate = left >= 0 ? gain[left] / demand[left] : Double.NEGATIVE_INFINITY;
        rightRate = right < count ? Math.max(gain[right] / demand[right], -Double.MAX_VALUE) : 0; // times no room is 0
    }

    /** States with and without a change, by ascending load and descending value, those left out that lead to nothing. */
    private boolean merge(int item, double moreLoad, double moreValue) {
        int size = 0;
        int i = 0;
        int j = 0;
        double least = Double.POSITIVE_INFINITY;
        while (i < states || j < states) {
            boolean changed = i == states || (j < states && load[j] + moreLoad < load[i]);
            int from = changed ? j++ : i++;
            double newLoad = changed ? load[from] + moreLoad : load[from];
            double newValue = changed ? value[from] + moreValue : value[from];
            if (newValue >= least || bound(newLoad, newValue) >= best) {
                continue;
            }
            if (size == MAX_STATES || flipCount == MAX_FLIPS) {
                return false;
            }
            least = newValue;
            otherLoad[size] = newLoad;
            otherValue[size] = newValue;
            otherFlips[size++] = changed ? flip(item, flips[from]) : flips[from];
            accept(newLoad, newValue, otherFlips[size - 1]);
        }
        swap(size);
        return true;
    }

    private int flip(int item, int others) {
        flippedItem[flipCount] = item;
        rest[flipCount] = others;
        return flipCount++;
    }

    private void accept(double newLoad, double newValue, int changes) {
        if (newLoad <= limit && newValue < best) {
            best = newValue;
            bestFlips = changes;
            accepted = true;
        }
    }

    private void swap(int size) {
        double[] loads = load;
        double[] values = value;
        int[] lists = flips;
        load = otherLoad;
        value = otherValue;
        flips = otherFlips;
        otherLoad = loads;
        otherValue = values;
        otherFlips = lists;
        states = size;
    }

    private double bound(double stateLoad, double stateValue) {
        double room = limit - stateLoad;
        return room >= 0 ? stateValue + rightRate * room : stateValue + leftRate * room;
    }

    /** The least of the best value found and the bounds of all states. */
    private double leastBound() {
        double least = best;
        for (int i = 0; i < states; i++) {
            least = Math.min(least, bound(load[i], value[i]));
        }
        return least;
    }

    /** Whether the last solve found a choice below its cutoff. */
    boolean found() {
        return accepted;
    }

    /** Writes the items of the best choice found, and returns how many they are. */
    int items(int count, int skipped, int[] target) {
        Arrays.fill(flipped, 0, count, false);
        for (int f = bestFlips; f != NONE; f = rest[f]) {
            flipped[flippedItem[f]] = true;
        }
        int size = 0;
        for (int k = 0; k < count; k++) {
            if (k != skipped && (k < breakItem) != flipped[k]) {
                target[size++] = k;
            }
        }
        return size;
    }
}
