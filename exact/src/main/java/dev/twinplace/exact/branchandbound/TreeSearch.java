package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.SolveContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Works off open subtrees, those of the least bound first, so that the bound of the whole rises.
 *
 * <p>Goes in rounds. Each searches a few subtrees, depth first and for a limited number of nodes, all from the incumbent of
 * the beginning of the round; at its end incumbents and subtrees left open are collected in the order of the subtrees. What
 * happens does not depend on who searches which subtree when, and so neither does the answer on the number of threads, nor
 * the certificate.
 */
final class TreeSearch {
    private static final int SUBTREES_PER_ROUND = 8;
    private static final int NODES_PER_SUBTREE = 200;

    /** With more subtrees open than this each is searched to its end: memory is finite. */
    private static final int MAX_OPEN = 200_000;

    private final SolveContext context;
    private final Workers workers;
    private final long maxNodes;
    private final Incumbent incumbent;
    private final ProofSink proof;
    private final PriorityQueue<Subtree> open = new PriorityQueue<>(Comparator.comparingDouble(Subtree::lowerBound));
    private long nodes;

    /**
     * Before the search.
     *
     * @param incumbent the context's, or none
     * @param proof takes the nodes of the certificate; null if none is written
     */
    TreeSearch(SolveContext context, Workers workers, Incumbent incumbent, Subtree root, ProofSink proof) {
        this.context = context;
        this.workers = workers;
        maxNodes = context.budget().nodes();
        this.incumbent = incumbent;
        this.proof = proof;
        open.add(root);
    }

    /** Whether something better than the incumbent may still be found. */
    boolean isOpen() {
        return !open.isEmpty() && open.peek().lowerBound() < incumbent.cutoff();
    }

    long nodes() {
        return nodes;
    }

    /** Searches some of the open subtrees and updates incumbent and bound of the context. A node must be left to spend. */
    void searchRound() {
        long nodesLeft = maxNodes - nodes;
        List<Subtree> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(SUBTREES_PER_ROUND, nodesLeft) && isOpen()) {
            chosen.add(open.poll());
        }
        long limit = open.size() > MAX_OPEN ? Long.MAX_VALUE : NODES_PER_SUBTREE;
        long affordable = nodesLeft / chosen.size();
        for (Workers.Found found : workers.search(chosen, incumbent, Math.min(limit, affordable))) {
            collect(found);
        }
        if (isOpen()) {
            context.raiseBound(open.peek().lowerBound());
        } else if (incumbent.exists()) {
            context.proveIncumbent();
        }
    }

    private void collect(Workers.Found found) {
        if (found.incumbent().excess() < incumbent.excess()) {
            boolean taken = context.offer(found.incumbent().placement());
            if (!taken && context.excess() > found.incumbent().excess()) { // another solver may have found a better one
                throw new IllegalStateException("the search found a placement that is not what it took it for");
            }
            incumbent.replace(found.incumbent().placement(), found.incumbent().excess());
        }
        open.addAll(found.open());
        nodes += found.nodes();
        for (ProofNode node : found.proof()) {
            proof.add(node);
        }
    }

    /** Ends the search: what is still open is closed by its bound in the certificate. */
    void close() {
        for (Subtree subtree : open) {
            if (subtree.proof() != null) {
                subtree.proof().closeByBound(subtree.boundPrices());
                proof.add(subtree.proof());
            }
        }
    }
}
