package dev.twinplace.exact.certificate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The undecided twins that one server could want at given prices, beside those decided on it:
 *
 * <pre>
 * minimise   Σ_{m in X} value[m]  +  contention · (Σ_{m in X} weight[m]) · (Σ_{m in X} work[m])
 * subject to Σ_{m in X} demand[m] ≤ room
 * </pre>
 *
 * <p>value[m] is excess less price, with the contention between m and the decided twins. Twins that do not fit beside those,
 * or would not lower the sum even alone, are left out: contention only grows with company.
 */
final class Candidates {
    /**
     * One twin.
     *
     * @param value negative
     * @param weight null without contention, like {@code work}
     * @param demand null if the server takes any load
     */
    record Candidate(int twin, BigInteger value, BigInteger weight, BigInteger work, BigInteger demand) {
        /** Some order in which only those compare as equal that can take one another's place without any difference. */
        static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::value)
                .thenComparing(Candidate::demand, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Candidate::weight, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Candidate::work, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    final ExactProblem problem;
    final int server;
    /** In the unit of the values, which is that of the prices. */
    final BigInteger contention;
    /** In the server's unit; null if it takes any load. */
    final BigInteger room;

    final List<Candidate> list = new ArrayList<>();

    private Candidates(ExactProblem problem, int server, ServerBase base, Prices prices) {
        this.problem = problem;
        this.server = server;
        contention = problem.contention[server].shiftLeft(prices.shift());
        room = problem.capacities.isLimited(server) ? base.room() : null;
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
        if (contention.signum() == 0) {
            BigInteger value = prices.scaled(excess).subtract(prices.of(twin));
            if (value.signum() < 0) {
                list.add(new Candidate(twin, value, null, null, demand));
            }
            return;
        }
        BigInteger value = prices.scaled(excess.add(base.contentionWith(twin))).subtract(prices.of(twin));
        BigInteger weight = problem.weight[twin];
        BigInteger work = problem.work[twin];
        if (value.add(contention.multiply(weight).multiply(work)).signum() < 0) {
            list.add(new Candidate(twin, value, weight, work, demand));
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

    boolean contend() {
        return contention.signum() > 0;
    }
}
