package dev.twinplace.exact.certificate;

import dev.twinplace.exact.certificate.Candidates.Candidate;
import dev.twinplace.exact.certificate.Rounding.Item;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.Function;

/**
 * Finds the least that a subset of candidates costs, exactly.
 *
 * <p>Depth-first: a candidate is taken before it is left out, and once it is left out so are those that are exactly like it.
 * The search runs on numbers rounded down; a subset that could be the best is measured without rounding. Branches end where
 * {@link #bound}, a lower bound on all that follows, does not lie below the best. Memory O(n).
 */
abstract class SubsetSearch {
    /** More than a proof of ours needs: a hostile file shall not keep its reader for long. */
    static final int MAX_STEPS = 5_000_000;

    /** Rounded, in the order of the search. */
    final long[] value;

    final long[] weight;
    final long[] work;
    final long[] demand;
    final long room;

    /** Sums over the candidates taken so far. */
    long valueSoFar;

    long weightSoFar;
    long workSoFar;
    long loadSoFar;

    private final Candidates candidates;
    private final Rounding rounding;
    private final boolean isExact;
    private final Candidate[] candidate;
    private final int[] nextUnlike;
    private final int[] taken;
    private final BitSet chosen = new BitSet();
    /** Null where no work is limited. */
    private final ToleratedWork tolerated;

    private int depth;
    private BigInteger best;
    /** The best, rounded up: subsets that do not cost less are of no interest. */
    private long cutoff;

    /** Rounds the candidates and sorts them, those that are alike beside one another where the order has no preference. */
    SubsetSearch(Candidates candidates, Comparator<Item> order) {
        this.candidates = candidates;
        rounding = new Rounding(candidates);
        isExact = rounding.isExact();
        Item[] items = rounding.items();
        Arrays.sort(items, order.thenComparing(Item::exact, Candidate.ORDER));
        candidate = Arrays.stream(items).map(Item::exact).toArray(Candidate[]::new);
        value = Arrays.stream(items).mapToLong(Item::value).toArray();
        weight = Arrays.stream(items).mapToLong(Item::weight).toArray();
        work = Arrays.stream(items).mapToLong(Item::work).toArray();
        demand = Arrays.stream(items).mapToLong(Item::demand).toArray();
        room = rounding.room();
        taken = new int[items.length];
        tolerated = candidates.limitWork() ? new ToleratedWork(candidates) : null;
        nextUnlike = new int[items.length];
        for (int i = items.length - 1; i >= 0; i--) {
            boolean like = i + 1 < items.length && Candidate.ORDER.compare(candidate[i], candidate[i + 1]) == 0;
            nextUnlike[i] = like ? nextUnlike[i + 1] : i + 1;
        }
    }

    /** The search that suits the candidates. */
    static SubsetSearch over(Candidates candidates) {
        if (candidates.contend()) {
            return new ContentionSearch(candidates);
        }
        return candidates.allFit() ? new UnlimitedChoice(candidates) : new KnapsackSearch(candidates);
    }

    /**
     * At most what any subset costs that has the candidates taken so far and of the others only some from {@code next} on.
     * In rounded numbers.
     */
    abstract long bound(int next);

    /**
     * The least that a subset costs, or {@code start} if that is not more.
     *
     * @param start at most 0, which the empty subset costs
     * @throws RefutedException if this takes too many steps
     */
    BigInteger minimum(BigInteger start) {
        setBest(start);
        int steps = 0;
        int next = 0;
        while (true) {
            while (next < value.length && bound(next) < cutoff) {
                requireSteps(++steps);
                next = take(next) ? next + 1 : nextUnlike[next];
            }
            if (next == value.length && cost() < cutoff) {
                measure();
            }
            if (depth == 0) {
                return best;
            }
            next = nextUnlike[leave()];
        }
    }

    /** The twins of the subset found; empty if none costs less than the start. */
    BitSet chosen() {
        return chosen;
    }

    private void requireSteps(int steps) {
        RefutedException.require(
                steps <= MAX_STEPS,
                "server " + candidates.server + ": its subproblem takes more than " + MAX_STEPS + " steps");
    }

    /** Of the candidates taken, in rounded numbers. */
    final long cost() {
        return valueSoFar + weightSoFar * workSoFar;
    }

    /** Takes a candidate unless that is too much load or costs more: later it would be as well, for both only grow. */
    private boolean take(int i) {
        long marginal = value[i] + weight[i] * (workSoFar + work[i]) + work[i] * weightSoFar;
        if (marginal >= 0 || demand[i] > room - loadSoFar) {
            return false;
        }
        if (tolerated != null && !tolerated.take(candidate[i], depth)) {
            return false;
        }
        add(i, 1);
        taken[depth++] = i;
        return true;
    }

    private int leave() {
        int i = taken[--depth];
        add(i, -1);
        return i;
    }

    private void add(int i, int sign) {
        valueSoFar += sign * value[i];
        weightSoFar += sign * weight[i];
        workSoFar += sign * work[i];
        loadSoFar += sign * demand[i];
    }

    private void setBest(BigInteger cost) {
        best = cost;
        cutoff = rounding.up(cost);
    }

    private void measure() {
        BigInteger cost = isExact ? BigInteger.valueOf(cost()) : exactCost();
        if (cost.compareTo(best) < 0 && (isExact || isWithinRoom()) && isTolerated()) {
            setBest(cost);
            chosen.clear();
            for (int i = 0; i < depth; i++) {
                chosen.set(candidate[taken[i]].twin());
            }
        }
    }

    private BigInteger exactCost() {
        BigInteger values = sum(Candidate::value);
        if (!candidates.contend()) {
            return values;
        }
        BigInteger pairs = sum(Candidate::weight).multiply(sum(Candidate::work));
        return values.add(candidates.contention.multiply(pairs));
    }

    private boolean isWithinRoom() {
        return candidates.room == null || sum(Candidate::demand).compareTo(candidates.room) <= 0;
    }

    private boolean isTolerated() {
        BitSet twins = new BitSet();
        for (int i = 0; i < depth && tolerated != null; i++) {
            twins.set(candidate[taken[i]].twin());
        }
        return tolerated == null || tolerated.isWithin(twins);
    }

    private BigInteger sum(Function<Candidate, BigInteger> term) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < depth; i++) {
            sum = sum.add(term.apply(candidate[taken[i]]));
        }
        return sum;
    }

    /** Neither contention nor a limit that matters: each candidate lowers the cost by itself. */
    private static final class UnlimitedChoice extends SubsetSearch {
        private final long[] following;

        UnlimitedChoice(Candidates candidates) {
            super(candidates, Comparator.comparingLong(Item::value));
            following = new long[value.length + 1];
            for (int i = value.length - 1; i >= 0; i--) {
                following[i] = following[i + 1] + value[i];
            }
        }

        @Override
        long bound(int next) {
            return valueSoFar + following[next];
        }
    }
}
