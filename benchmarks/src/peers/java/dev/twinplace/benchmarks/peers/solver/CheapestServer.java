package dev.twinplace.benchmarks.peers.solver;

import java.util.HashMap;
import java.util.Map;
import org.chocosolver.solver.search.strategy.selectors.values.IntValueSelector;
import org.chocosolver.solver.variables.IntVar;

/** Branches to the server where a twin costs least, its contention with the twins that are there already included. */
final class CheapestServer implements IntValueSelector {
    private final Map<IntVar, Integer> twinOf = new HashMap<>();
    private final int[][] costs;
    private final Contention[] contentions;

    /** The product of a server's loads. */
    private static final class Contention {
        private final IntVar weightHere;
        private final IntVar workHere;
        private final int[] weight;
        private final int[] work;

        Contention(IntVar weightHere, IntVar workHere, int[] weight, int[] work) {
            this.weightHere = weightHere;
            this.workHere = workHere;
            this.weight = weight;
            this.work = work;
        }

        /** What a twin adds to it. */
        long of(int twin) {
            long added = weight[twin];
            return (long) weightHere.getLB() * work[twin] + added * (workHere.getLB() + work[twin]);
        }
    }

    CheapestServer(int twins, int servers) {
        costs = new int[twins][];
        contentions = new Contention[servers];
    }

    /** Adds a twin's variable with its cost on each server. */
    void addTwin(IntVar server, int twin, int[] costsHere) {
        twinOf.put(server, twin);
        costs[twin] = costsHere;
    }

    /** Adds a server's loads with what each twin adds to them. */
    void addContention(int server, IntVar weightHere, IntVar workHere, int[] weight, int[] work) {
        contentions[server] = new Contention(weightHere, workHere, weight, work);
    }

    @Override
    public int selectValue(IntVar server) {
        int twin = twinOf.get(server);
        int best = server.getLB();
        long least = cost(twin, best);
        for (int s = best; s <= server.getUB(); s = server.nextValue(s)) {
            long cost = cost(twin, s);
            if (cost < least) {
                best = s;
                least = cost;
            }
        }
        return best;
    }

    private long cost(int twin, int server) {
        Contention contention = contentions[server];
        return costs[twin][server] + (contention == null ? 0 : contention.of(twin));
    }
}
