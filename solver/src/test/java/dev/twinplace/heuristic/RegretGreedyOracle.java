package dev.twinplace.heuristic;

import static dev.twinplace.cost.IncrementalCost.UNPLACED;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All placements that greedy with regret may end in, whichever of several twins with the same largest regret it takes
 * first. Every regret is recomputed from the formula at every step. For six twins or so.
 */
final class RegretGreedyOracle {
    private static final double TIE = 1e-9;

    private final PlacementProblem problem;
    private final int[] serverOf;
    private final Set<List<Integer>> seen = new HashSet<>();
    private final Set<List<Integer>> ends = new HashSet<>();

    private RegretGreedyOracle(PlacementProblem problem) {
        this.problem = problem;
        serverOf = new int[problem.twins()];
        Arrays.fill(serverOf, UNPLACED);
    }

    static Set<List<Integer>> ends(PlacementProblem problem) {
        RegretGreedyOracle oracle = new RegretGreedyOracle(problem);
        oracle.explore();
        return oracle.ends;
    }

    private void explore() {
        List<Integer> state = Arrays.stream(serverOf).boxed().toList();
        if (!seen.add(state)) {
            return;
        }
        double largest = largestRegret();
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] == UNPLACED && (regret(m) == largest || regret(m) >= largest - TIE)) {
                serverOf[m] = server(m);
                explore();
                serverOf[m] = UNPLACED;
            }
        }
        if (!state.contains(UNPLACED)) {
            ends.add(state);
        }
    }

    private double largestRegret() {
        double largest = 0;
        for (int m = 0; m < serverOf.length; m++) {
            largest = serverOf[m] == UNPLACED ? Math.max(largest, regret(m)) : largest;
        }
        return largest;
    }

    /** Infinite with room on one server or none. */
    private double regret(int twin) {
        double[] prices = prices(twin);
        Arrays.sort(prices);
        return prices.length < 2 || prices[1] == Double.POSITIVE_INFINITY
                ? Double.POSITIVE_INFINITY
                : prices[1] - prices[0];
    }

    /** The first of the cheapest with room; without room anywhere, the one that would be least over its capacity. */
    private int server(int twin) {
        double[] prices = prices(twin);
        int best = 0;
        for (int s = 1; s < prices.length; s++) {
            boolean noRoom = prices[s] == Double.POSITIVE_INFINITY && prices[best] == Double.POSITIVE_INFINITY;
            best = (noRoom ? excess(twin, s) < excess(twin, best) : prices[s] < prices[best]) ? s : best;
        }
        return best;
    }

    /** Cost and contention that a twin would add; infinite without room. */
    private double[] prices(int twin) {
        double[] prices = new double[problem.servers()];
        for (int s = 0; s < prices.length; s++) {
            double shared = problem.weight(twin) * problem.work(twin);
            for (int n = 0; n < serverOf.length; n++) {
                if (serverOf[n] == s) {
                    shared += problem.weight(twin) * problem.work(n) + problem.weight(n) * problem.work(twin);
                }
            }
            boolean room = load(twin, s) <= problem.loadLimit(s);
            prices[s] = room ? problem.cost(twin, s) + problem.contention(s) * shared : Double.POSITIVE_INFINITY;
        }
        return prices;
    }

    private double excess(int twin, int server) {
        return load(twin, server) - problem.capacity(server);
    }

    /** Of a server once this twin is there. */
    private double load(int twin, int server) {
        double load = problem.demand(twin, server);
        for (int n = 0; n < serverOf.length; n++) {
            load += serverOf[n] == server ? problem.demand(n, server) : 0;
        }
        return load;
    }
}
