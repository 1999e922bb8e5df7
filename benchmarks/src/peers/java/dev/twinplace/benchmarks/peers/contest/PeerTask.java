package dev.twinplace.benchmarks.peers.contest;

import java.util.List;

/**
 * One problem for one solver within one budget.
 *
 * @param kind of problem: a name that its {@link ProblemSource} knows, without tabs
 * @param seed of the problem, if it is drawn, and of the solver, if it draws
 * @param solver its id
 * @param budgetMillis what it may spend
 */
public record PeerTask(String kind, long seed, String solver, long budgetMillis) {
    static final int FIELDS = 4;

    static PeerTask of(List<String> fields) {
        return new PeerTask(fields.get(0), Long.parseLong(fields.get(1)), fields.get(2), Long.parseLong(fields.get(3)));
    }

    List<String> fields() {
        return List.of(kind, Long.toString(seed), solver, Long.toString(budgetMillis));
    }

    /** Whether a JVM that is warm for the one is warm for the other. */
    public boolean isLike(PeerTask other) {
        return solver.equals(other.solver) && kind.equals(other.kind);
    }
}
