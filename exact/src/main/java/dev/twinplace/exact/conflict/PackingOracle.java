package dev.twinplace.exact.conflict;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * Decides whether packings exist: by counting, by changing packings that it found before, and by a search that ends with a proof.
 * Remembers the packings that it finds, for a question is usually close to one before it.
 */
final class PackingOracle {
    /** What is known. */
    enum Verdict {
        FEASIBLE,
        INFEASIBLE,
        UNKNOWN
    }

    /** Nodes of a search that are enough for most answers. */
    static final int FEW_NODES = 200;

    /** Nodes of a search before packings are changed: where that is in vain, there is often a short proof. */
    private static final int NODES_OF_FIRST = 20;

    /** A step takes as long as so many nodes. */
    private static final int NODES_OF_STEP = 2;

    private static final int MAX_REMEMBERED = 16;

    private final Deadline deadline;

    /** Server of each twin, or −1. */
    private final Deque<int[]> remembered = new ArrayDeque<>();

    /** Of the last proof. */
    private final ProofPrices prices = new ProofPrices();

    private final int twins;
    private long nodesOfProof;

    PackingOracle(int twins, Deadline deadline) {
        this.twins = twins;
        this.deadline = deadline;
    }

    boolean isOver() {
        return deadline.isOver();
    }

    /** Nodes of the last search, 0 if there was none. */
    long nodesOfProof() {
        return nodesOfProof;
    }

    /** Whether a packing exists, as far as the deadline lets it find out. */
    Verdict decide(Packing packing) {
        Verdict verdict = decideSoon(packing);
        for (int nodes = 2 * FEW_NODES; verdict == Verdict.UNKNOWN && !deadline.isOver(); nodes *= 2) {
            verdict = decide(packing, nodes);
        }
        return verdict;
    }

    /** As above, with little effort. */
    Verdict decideSoon(Packing packing) {
        return decide(packing, FEW_NODES);
    }

    /** As above, with searches of so many nodes. */
    Verdict decide(Packing packing, int nodes) {
        if (packing.rows() == 0) {
            return Verdict.FEASIBLE;
        }
        Verdict verdict = refute(packing, NODES_OF_FIRST);
        if (verdict == Verdict.UNKNOWN) {
            verdict = move(packing, nodes / NODES_OF_STEP);
        }
        return verdict == Verdict.UNKNOWN ? search(packing, nodes) : verdict;
    }

    /** Whether counting, or a search of so many nodes, proves that no packing exists. Also tells if the search finds one. */
    Verdict refute(Packing packing, long nodes) {
        nodesOfProof = 0;
        if (Shortage.of(packing).isPresent()) {
            return Verdict.INFEASIBLE;
        }
        return search(packing, nodes);
    }

    /**
     * The packing that made the last verdict {@link Verdict#FEASIBLE}: the server of each twin that must be placed, −1 of the
     * others.
     */
    int[] found(Packing packing) {
        int[] serverOf =
                packing.rows() == 0 ? unplaced(twins) : remembered.getFirst().clone();
        for (int m = 0; m < twins; m++) {
            serverOf[m] = serverOf[m] < 0 ? packing.freeServer(m) : serverOf[m];
        }
        return serverOf;
    }

    private static int[] unplaced(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    private void remember(Packing packing, int[] serverOfRow) {
        int[] serverOf = unplaced(twins);
        for (int u = 0; u < packing.rows(); u++) {
            for (int m : packing.members(u)) {
                serverOf[m] = serverOfRow[u];
            }
        }
        remembered.addFirst(serverOf);
        if (remembered.size() > MAX_REMEMBERED) {
            remembered.removeLast();
        }
    }

    private Verdict search(Packing packing, long nodes) {
        PackingSearch search = new PackingSearch(packing, prices, deadline);
        Verdict verdict = search.decide(nodes);
        nodesOfProof = search.nodes();
        if (verdict == Verdict.FEASIBLE) {
            remember(packing, search.servers());
        }
        return verdict;
    }

    private Verdict move(Packing packing, int steps) {
        Optional<int[]> found = OverloadSearch.find(packing, start(packing), steps, deadline);
        found.ifPresent(serverOfRow -> remember(packing, serverOfRow));
        return found.isPresent() ? Verdict.FEASIBLE : Verdict.UNKNOWN;
    }

    /** Of the packings remembered the one that overloads servers the least. */
    private int[] start(Packing packing) {
        int[] best = unplaced(twins);
        double least = Double.POSITIVE_INFINITY;
        for (int[] serverOf : remembered) {
            double overload = OverloadSearch.overload(packing, serverOf);
            if (overload < least) {
                best = serverOf;
                least = overload;
            }
        }
        return best;
    }
}
