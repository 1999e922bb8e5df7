package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.model.Coupling;
import java.util.List;

/** One problem for one solver within one budget. */
record PeerTask(Coupling coupling, ProblemSize size, long seed, String solver, long budgetMillis) {
    static final int FIELDS = 5;

    static PeerTask of(List<String> fields) {
        return new PeerTask(
                Coupling.ofId(fields.get(0)),
                ProblemSize.ofId(fields.get(1)),
                Long.parseLong(fields.get(2)),
                fields.get(3),
                Long.parseLong(fields.get(4)));
    }

    List<String> fields() {
        return List.of(coupling.id(), size.toString(), Long.toString(seed), solver, Long.toString(budgetMillis));
    }

    /** Whether a JVM that is warm for the one is warm for the other. */
    boolean isLike(PeerTask other) {
        return solver.equals(other.solver) && coupling == other.coupling && size == other.size;
    }
}
