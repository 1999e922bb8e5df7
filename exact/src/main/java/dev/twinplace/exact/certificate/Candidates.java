package dev.twinplace.exact.certificate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The undecided twins that one server could want at given prices, beside those decided on it:
 *
 * <pre>
 * minimise   Σ_{m in X} value[m]  +  contention · (Σ_{m in X} weight[m]) · (Σ_{m in X} work[m])
 * subject to Σ_{m in X} demand[m] ≤ room
 *            and, with contention, the work on the server at most what each twin there tolerates
 * </pre>
 *
 * <p>value[m] is excess less price, with what rows charge and the contention between m and the decided twins. Twins that do not fit beside those,
 * or would not lower the sum even alone, are left out: contention only grows with company.
 */
final class Candidates {
    /**
     * One twin.
     *
     * @param value negative
     * @param weight null without contention, like {@code work}
     * @param demand null if the server takes any load
     * @param workLimit the work that it tolerates, infinite if any or without contention
     */
    record Candidate(
            int twin, BigInteger value, BigInteger weight, BigInteger work, BigInteger demand, double workLimit) {
        /** Some order in which only those compare as equal that can take one another's place without any difference. */
        static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::value)
                .thenComparing(Candidate::demand, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Candidate::weight, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Candidate::work, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Candidate::workLimit);
    }

    final ExactProblem problem;
    final int server;
    /** In the unit of the values, which is that of the prices. */
    final BigInteger contention;
    /** In the server's unit; null if it takes any load. */
    final BigInteger room;

    /** Of the decided twins. */
    final BitSet decided;

    final List<Candidate> list = new ArrayList<>();

    private Candidates(ExactProblem problem, int server, ServerBase base, Prices prices) {
        this.problem = problem;
        this.server = server;
        contention = problem.contention[server].shiftLeft(prices.shift());
        room = problem.capacities.isLimited(server) ? base.room() : null;
        decided = base.twins();
    }

    /**
     * Those of a domain, O(M) big operations.
     *
     * @param without a twin to leave out, or -1
     */
    static Candidates of(ExactProblem problem, Domain domain, int server, ServerBase base, Prices prices, int without) {
        Candidates candidates = new Candidates(problem, server, base, prices);
        for (int m = 0; m < problem.twins; m++) {
            if (m != without && domain.allows(m, server) && !domain.isDecided(m)) {
                candidates.consider(m, base, prices);
            }
        }
        return candidates;
    }

    private void consider(int twin, ServerBase base, Prices prices) {
        BigInteger demand = room == null ? null : problem.capacities.exactDemand(twin, server);
        if (demand != null && demand.compareTo(room) > 0) {
            return;
        }
        BigInteger excess = problem.excess(twin, server);
        BigInteger own = prices.charge(twin, server).subtract(prices.of(twin));
        if (contention.signum() == 0) {
            BigInteger value = prices.scaled(excess).add(own);
            if (value.signum() < 0) {
                list.add(new Candidate(twin, value, null, null, demand, Double.POSITIVE_INFINITY));
            }
            return;
        }
        BigInteger value = prices.scaled(excess.add(base.contentionWith(twin))).add(own);
        BigInteger weight = problem.weight[twin];
        BigInteger work = problem.work[twin];
        if (value.add(contention.multiply(weight).multiply(work)).signum() < 0) {
            double workLimit = problem.problem.side().workSumLimit(twin, server);
            list.add(new Candidate(twin, value, weight, work, demand, workLimit));
        }
    }

    /** Whether all of them are within the room together. */
    boolean allFit() {
        return room == null
                || list.stream()
                                .map(Candidate::demand)
                                .reduce(BigInteger.ZERO, BigInteger::add)
                                .compareTo(room)
                        <= 0;
    }

    /** Whether some twin here, decided or not, limits the work. */
    boolean limitWork() {
        return contend()
                && (list.stream().anyMatch(each -> each.workLimit() < Double.POSITIVE_INFINITY)
                        || decided.stream()
                                .anyMatch(m -> problem.problem.side().workLimit(m, server) < Double.POSITIVE_INFINITY));
    }

    boolean contend() {
        return contention.signum() > 0;
    }
}
