package dev.twinplace.exact.conflict;

import dev.twinplace.exact.conflict.PackingOracle.Verdict;
import java.util.Arrays;

/**
 * Decides whether a packing exists by depth-first search with restarts: the row with the fewest servers left comes first, divided by
 * how often it was one that had none, on the server where it leaves the least (Boussemart, Hemery, Lecoutre and Sais, "Boosting
 * systematic search by weighting constraints", ECAI 2004). Deterministic unless time ends it.
 */
final class PackingSearch {
    private static final long NODES_OF_FIRST = 200;

    /** Of prices in the first node: without those of another proof, and with them. */
    private static final int STEPS_OF_FIRST = 100;

    private static final int STEPS_OF_NEXT = 30;

    /** In other nodes. */
    private static final int STEPS_OF_NODE = 4;

    private final Packing packing;
    private final PackingLoads loads;
    private final PackingDomains domains;
    private final Deadline deadline;
    private final PriceProof proof;
    private final ProofPrices prices;
    private final double[] size;
    private final int[] weight;
    private long nodes;
    private long lastNode;
    private boolean isCutShort;

    PackingSearch(Packing packing, ProofPrices prices, Deadline deadline) {
        this.packing = packing;
        this.deadline = deadline;
        loads = new PackingLoads(packing);
        domains = new PackingDomains(packing, loads);
        this.prices = prices;
        proof = new PriceProof(packing, loads, domains, prices);
        size = new double[packing.rows()];
        Arrays.setAll(size, packing::size);
        weight = new int[packing.rows()];
        Arrays.fill(weight, 1);
    }

    /** Exponential in the rows; unknown if time or so many nodes are not enough. */
    Verdict decide(long maxNodes) {
        for (long length = NODES_OF_FIRST; nodes < maxNodes && !deadline.isOver(); length += length / 2) {
            lastNode = Math.min(nodes + length, maxNodes);
            isCutShort = false;
            if (place(packing.rows())) {
                return Verdict.FEASIBLE;
            }
            if (!isCutShort) {
                return Verdict.INFEASIBLE;
            }
        }
        return Verdict.UNKNOWN;
    }

    /** How many nodes it took. */
    long nodes() {
        return nodes;
    }

    /** The server of each row, not a copy, after a packing was found. */
    int[] servers() {
        return loads.servers();
    }

    private boolean place(int left) {
        if (left == 0) {
            return true;
        }
        isCutShort = nodes >= lastNode || deadline.isOver();
        if (isCutShort) {
            return false;
        }
        nodes++;
        if (!domains.narrow()) {
            if (domains.failedRow() >= 0) {
                weight[domains.failedRow()]++;
            }
            return false;
        }
        if (isRefuted()) {
            return false;
        }
        int row = nextRow();
        for (int s : serversFor(row)) {
            loads.put(row, s);
            if (place(left - 1)) {
                return true;
            }
            loads.take(row);
            if (isCutShort) {
                return false;
            }
        }
        return false;
    }

    private boolean isRefuted() {
        if (nodes > 1) {
            return proof.refutes(STEPS_OF_NODE);
        }
        boolean isRefuted = proof.refutes(prices.isKnown() ? STEPS_OF_NEXT : STEPS_OF_FIRST);
        if (isRefuted) {
            proof.write(prices);
        }
        return isRefuted;
    }

    private int nextRow() {
        int next = -1;
        double fewest = Double.POSITIVE_INFINITY;
        for (int u = 0; u < size.length; u++) {
            if (loads.serverOf(u) == PackingLoads.NOWHERE) {
                double weighted = domains.count(u) == 1 ? 0 : (double) domains.count(u) / weight[u];
                if (weighted < fewest || (weighted == fewest && size[u] > size[next])) {
                    next = u;
                    fewest = weighted;
                }
            }
        }
        return next;
    }

    /** Those left to a row, the one where it leaves least first. */
    private int[] serversFor(int row) {
        int[] found = new int[domains.count(row)];
        int count = 0;
        for (int s = 0; s < packing.servers(); s++) {
            if (domains.isOpen(row, s)) {
                double slack = loads.slackAfter(row, s);
                int at = count++;
                while (at > 0 && loads.slackAfter(row, found[at - 1]) > slack) {
                    found[at] = found[at - 1];
                    at--;
                }
                found[at] = s;
            }
        }
        return found;
    }
}
