package dev.twinplace.exact.certificate;

import java.math.BigInteger;
import java.util.BitSet;

/** What the twins that are decided on one server bring to it: cost, weight, work and load, exactly. */
final class ServerBase {
    private final ExactProblem problem;
    private final int server;
    private final BitSet twins = new BitSet();
    private BigInteger excess = BigInteger.ZERO;
    private BigInteger weight = BigInteger.ZERO;
    private BigInteger work = BigInteger.ZERO;
    private BigInteger load = BigInteger.ZERO;

    /** An empty server. */
    ServerBase(ExactProblem problem, int server) {
        this.problem = problem;
        this.server = server;
    }

    /** With the twins that a domain decides on it, and with one more unless that is -1. O(M). */
    static ServerBase of(ExactProblem problem, Domain domain, int server, int oneMore) {
        ServerBase base = new ServerBase(problem, server);
        for (int m = 0; m < problem.twins; m++) {
            if (m == oneMore || domain.isDecidedOn(m, server)) {
                base.add(m);
            }
        }
        return base;
    }

    /** Adds a twin that fits on the server alone. */
    void add(int twin) {
        twins.set(twin);
        excess = excess.add(problem.excess(twin, server));
        if (contends()) {
            weight = weight.add(problem.weight[twin]);
            work = work.add(problem.work[twin]);
        }
        if (problem.capacities.isLimited(server)) {
            load = load.add(problem.capacities.exactDemand(twin, server));
        }
    }

    /** Those that were added. */
    BitSet twins() {
        return twins;
    }

    int server() {
        return server;
    }

    boolean contends() {
        return problem.contention[server].signum() > 0;
    }

    boolean isOverloaded() {
        return (problem.capacities.isLimited(server) && room().signum() < 0)
                || (contends() && problem.side.intolerantTwin(server, twins::get, 1) >= 0);
    }

    /** What is left of the limit of a limited server, in its unit. */
    BigInteger room() {
        return problem.capacities.exactLimit(server).subtract(load);
    }

    /** The sum of their excesses and their contention, in units of the problem. */
    BigInteger cost() {
        return contends()
                ? excess.add(problem.contention[server].multiply(weight).multiply(work))
                : excess;
    }

    /** The contention between them and one more twin, in units of the problem; its own is not counted. */
    BigInteger contentionWith(int twin) {
        BigInteger mixed = problem.weight[twin].multiply(work).add(problem.work[twin].multiply(weight));
        return problem.contention[server].multiply(mixed);
    }
}
