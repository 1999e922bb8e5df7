package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import it.unimi.dsi.fastutil.ints.IntArrays;

/**
 * Places twins one after the other, cheapest server first, and turns back where a bound says that nothing better follows.
 *
 * <p>The bound of a node is the cost of the twins placed, plus for each twin still to come the least price among the servers
 * with room for it, contention with the twins placed and with itself included. It holds because prices only rise and room
 * only shrinks as more twins are placed. Twins go in order of their regret at the root: where the choice matters most, a
 * wrong one is soon too dear.
 *
 * <p>Nothing is allocated after construction. A node costs O(M·R).
 */
final class DepthFirstSearch {
    /** Half of what an optimal cost may exceed its bound by: subtrees that promise less are not worth a look. */
    private static final double NEGLIGIBLE = 0.5e-9;

    private static final int NODES_BETWEEN_LOOKS_AT_THE_CLOCK = 64;

    private final int twins;
    private final int servers;
    private final BudgetMeter meter;
    private final IncrementalCost placement;
    private final int[] order;
    /** Sum of the least prices at the root, from a depth on: what is still to come costs no less. */
    private final double[] leastFrom;
    /** Servers to try for the twin at a depth, cheapest first, and their prices; depth-major. */
    private final int[] choices;

    private final double[] prices;
    private final int[] choiceCount;
    private final int[] nextChoice;

    private final int[] incumbent;
    private double incumbentCost = Double.POSITIVE_INFINITY;
    private long nodes;

    DepthFirstSearch(PlacementProblem problem, BudgetMeter meter) {
        this.meter = meter;
        twins = problem.twins();
        servers = problem.servers();
        placement = new IncrementalCost(problem);
        order = new int[twins];
        leastFrom = new double[twins + 1];
        choices = new int[twins * servers];
        prices = new double[servers];
        choiceCount = new int[twins];
        nextChoice = new int[twins];
        incumbent = new int[twins];
        orderByRegret();
    }

    private void orderByRegret() {
        double[] regret = new double[twins];
        double[] cheapest = new double[twins];
        for (int m = 0; m < twins; m++) {
            order[m] = m;
            double least = Double.POSITIVE_INFINITY;
            double second = Double.POSITIVE_INFINITY;
            for (int s = 0; s < servers; s++) {
                double price = placement.fits(m, s) ? placement.insertionDelta(m, s) : Double.POSITIVE_INFINITY;
                second = Math.min(second, Math.max(least, price));
                least = Math.min(least, price);
            }
            cheapest[m] = least;
            regret[m] = second - least;
        }
        IntArrays.mergeSort(order, (m, n) -> Double.compare(regret[n], regret[m]));
        for (int d = twins - 1; d >= 0; d--) {
            leastFrom[d] = leastFrom[d + 1] + cheapest[order[d]];
        }
    }

    /** Takes a complete, feasible placement as incumbent if it is better. */
    void offer(IncrementalCost candidate) {
        if (candidate.cost() < incumbentCost) {
            incumbentCost = candidate.cost();
            candidate.copyTo(incumbent);
        }
    }

    /** Searches; returns whether all was searched, which proves the incumbent, or that there is none. */
    boolean run() {
        int depth = 0;
        choose(0);
        while (depth >= 0) {
            int twin = order[depth];
            placement.move(twin, IncrementalCost.UNPLACED);
            if (nextChoice[depth] == choiceCount[depth]) {
                depth--;
                continue;
            }
            if (nodes % NODES_BETWEEN_LOOKS_AT_THE_CLOCK == 0 && meter.isSpent(nodes)) {
                return false;
            }
            placement.move(twin, choices[depth * servers + nextChoice[depth]++]);
            nodes++;
            if (depth == twins - 1) {
                offer(placement);
            } else if (bound(depth + 1) < cutoff()) {
                choose(++depth);
            }
        }
        return true;
    }

    private double cutoff() {
        return hasIncumbent() ? incumbentCost - NEGLIGIBLE * Math.abs(incumbentCost) : Double.POSITIVE_INFINITY;
    }

    /** Of all placements that complete the present one, in which the first {@code depth} twins of the order are placed. */
    private double bound(int depth) {
        double bound = placement.cost();
        double cutoff = cutoff();
        int reached = depth;
        for (int d = depth; d < twins && bound + leastFrom[d] < cutoff; d++) {
            double least = Double.POSITIVE_INFINITY;
            for (int s = 0; s < servers; s++) {
                if (placement.fits(order[d], s)) {
                    least = Math.min(least, placement.insertionDelta(order[d], s));
                }
            }
            bound += least;
            reached = d + 1;
        }
        return bound + leastFrom[reached];
    }

    /** Lists the servers with room for the twin at a depth, cheapest first. */
    private void choose(int depth) {
        int twin = order[depth];
        int row = depth * servers;
        int count = 0;
        for (int s = 0; s < servers; s++) {
            if (!placement.fits(twin, s)) {
                continue;
            }
            double price = placement.insertionDelta(twin, s);
            int at = count++;
            for (; at > 0 && prices[at - 1] > price; at--) {
                prices[at] = prices[at - 1];
                choices[row + at] = choices[row + at - 1];
            }
            prices[at] = price;
            choices[row + at] = s;
        }
        choiceCount[depth] = count;
        nextChoice[depth] = 0;
    }

    boolean hasIncumbent() {
        return incumbentCost < Double.POSITIVE_INFINITY;
    }

    int[] incumbent() {
        return incumbent;
    }

    double incumbentCost() {
        return incumbentCost;
    }

    /** What a finished search has proven of every placement. */
    double provenBound() {
        return cutoff();
    }

    /** Twins placed so far. */
    long nodes() {
        return nodes;
    }
}
