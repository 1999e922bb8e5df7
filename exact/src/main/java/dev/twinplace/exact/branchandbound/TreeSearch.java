package dev.twinplace.exact.branchandbound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Works off open subtrees, those of the least bound first, so that the bound of the whole rises.
 *
 * <p>Goes in rounds. Each searches a few subtrees, depth first and for a limited number of nodes, all from the incumbent of
 * the beginning of the round; at its end incumbents and subtrees left open are collected in the order of the subtrees. What
 * happens does not depend on who searches which subtree when, and so neither does the answer on the number of threads.
 */
final class TreeSearch {
    private static final int SUBTREES_PER_ROUND = 8;
    private static final int NODES_PER_SUBTREE = 200;

    /** With more subtrees open than this each is searched to its end: memory is finite. */
    private static final int MOST_OPEN = 200_000;

    private final Workers workers;
    private final long mostNodes;
    private final Incumbent incumbent;
    private final PriorityQueue<Subtree> open = new PriorityQueue<>(Comparator.comparingDouble(Subtree::lowerBound));
    private long nodes;

    TreeSearch(Workers workers, long mostNodes, Incumbent incumbent, Subtree root) {
        this.workers = workers;
        this.mostNodes = mostNodes;
        this.incumbent = incumbent;
        open.add(root);
    }

    /** Whether something better than the incumbent may still be found. */
    boolean isOpen() {
        return !open.isEmpty() && open.peek().lowerBound() < incumbent.cutoff();
    }

    /** At most the cost of any placement. */
    double lowerBound() {
        return isOpen() ? open.peek().lowerBound() : incumbent.provenBound();
    }

    long nodes() {
        return nodes;
    }

    /** Searches some of the open subtrees. */
    void searchRound() {
        List<Subtree> chosen = new ArrayList<>();
        while (chosen.size() < SUBTREES_PER_ROUND && isOpen()) {
            chosen.add(open.poll());
        }
        long limit = open.size() > MOST_OPEN ? Long.MAX_VALUE : NODES_PER_SUBTREE;
        long affordable = Math.max(1, (mostNodes - nodes) / chosen.size());
        collect(workers.search(chosen, incumbent, Math.min(limit, affordable)));
    }

    private void collect(List<Workers.Found> round) {
        for (Workers.Found found : round) {
            incumbent.offer(found.incumbent());
            open.addAll(found.open());
            nodes += found.nodes();
        }
        if (!isOpen()) {
            open.clear();
        }
    }
}
