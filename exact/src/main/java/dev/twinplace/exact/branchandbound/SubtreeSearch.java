package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;
import dev.twinplace.exact.branchandbound.NodeBounding.Verdict;
import dev.twinplace.problem.PlacementProblem;
import java.util.List;
import java.util.function.Consumer;

/**
 * Searches one open subtree at a time, depth first.
 *
 * <p>A node that {@link NodeBounding} leaves open becomes a twin's choice between the servers left to it, best bound first.
 * The twin is the one for which the two best servers promise least: wrong decisions then end early. A search is a function
 * of the subtree, the incumbent it starts with and the nodes it may visit. Allocates nothing after construction, but for the
 * subtrees it hands back and for a certificate.
 *
 * <p>Nodes are counted: one that leaves the search other than by its bound, a contradiction, its placement, its children or
 * by being handed back is an error and ends the search with an exception.
 */
final class SubtreeSearch {
    private final int servers;
    private final Domains domains;
    private final AssignmentRelaxation relaxation;
    private final NodeBounding bounding;
    private final Branching branching;
    private Incumbent incumbent;
    private List<ProofNode> log;
    private Consumer<Subtree> open;

    /** Nodes that are known and not yet accounted for. */
    private long pending;

    /**
     * Per depth: the trail before, the next child, the best bound known of the node, which may be that of a node above, and
     * for a certificate the node, the prices that prove this bound and those that bound its children one by one.
     */
    private final int[] markAt;

    private final int[] nextAt;
    private final double[] boundAt;
    private final ProofNode[] proofAt;
    private final double[][] boundPricesAt;
    private final double[][] pricesAt;
    private int depth;

    /**
     * Without a subtree yet.
     *
     * @param problem reduced
     */
    SubtreeSearch(PlacementProblem problem, Dominance dominance, BudgetMeter time) {
        int twins = problem.twins();
        servers = problem.servers();
        domains = new Domains(problem);
        relaxation = new AssignmentRelaxation(problem, domains);
        bounding = new NodeBounding(problem, relaxation, dominance, time);
        branching = new Branching(domains, relaxation, twins, servers);
        markAt = new int[twins + 1];
        nextAt = new int[twins + 1];
        boundAt = new double[twins + 1];
        proofAt = new ProofNode[twins + 1];
        boundPricesAt = new double[twins + 1][];
        pricesAt = new double[twins + 1][];
    }

    /**
     * Searches until all is done, the nodes are used up or the clock runs out.
     *
     * @param best the incumbent, improved in place
     * @param leftOpen takes what is left open
     * @param nodesOfProof takes the nodes for the certificate, in an order in which parents precede their children
     * @return nodes visited
     */
    long search(
            Subtree subtree, Incumbent best, long maxNodes, Consumer<Subtree> leftOpen, List<ProofNode> nodesOfProof) {
        incumbent = best;
        log = nodesOfProof;
        open = leftOpen;
        depth = -1;
        pending = 1;
        domains.undoTo(0);
        domains.forbidAll(subtree.excluded());
        System.arraycopy(subtree.prices(), 0, relaxation.prices(), 0, subtree.prices().length);
        long nodes = 1 + (visitTop(subtree) ? descend(maxNodes - 1) : 0);
        if (pending != 0) {
            throw new IllegalStateException(pending + " nodes left the search unaccounted for");
        }
        return nodes;
    }

    /** Returns whether there is anything below the node at the top. */
    private boolean visitTop(Subtree subtree) {
        ProofNode proof = subtree.proof();
        Verdict verdict = bounding.bound(subtree.isRoot(), incumbent, proof);
        if (verdict == Verdict.UNFINISHED) {
            boolean better = bounding.lowerBound() > subtree.lowerBound();
            double lowerBound = better ? bounding.lowerBound() : subtree.lowerBound();
            double[] boundPrices = better && proof != null ? relaxation.prices().clone() : subtree.boundPrices();
            open.accept(Subtree.below(domains.toBits(), subtree.prices(), lowerBound, proof, boundPrices));
            pending--;
            return false;
        }
        settle(verdict, proof, subtree.lowerBound(), subtree.boundPrices());
        return depth >= 0;
    }

    /** Works off the children of the nodes on the path; returns the nodes visited. */
    private long descend(long maxNodes) {
        long nodes = 0;
        while (depth >= 0) {
            domains.undoTo(markAt[depth]);
            int next = nextAt[depth];
            if (next == branching.children(depth)) {
                depth--;
                continue;
            }
            ProofNode proof = child(depth, next);
            if (branching.bound(depth, next) >= incumbent.cutoff()) {
                nextAt[depth]++;
                closeByParent(proof, depth, next);
                continue;
            }
            if (nodes == maxNodes) {
                handOver();
                return nodes;
            }
            nodes++;
            domains.assign(branching.twin(depth), branching.server(depth, next));
            Verdict verdict = bounding.bound(false, incumbent, proof);
            if (verdict == Verdict.UNFINISHED) {
                handOver();
                return nodes;
            }
            nextAt[depth]++;
            settle(verdict, proof, branching.bound(depth, next), boundPrices(depth, next));
        }
        return nodes;
    }

    private ProofNode child(int at, int index) {
        return proofAt[at] == null ? null : proofAt[at].child(branching.twin(at), branching.server(at, index));
    }

    /** Accounts for a node that has been judged; what is known of it from above is a bound and the prices that prove it. */
    private void settle(Verdict verdict, ProofNode proof, double inheritedBound, double[] inheritedPrices) {
        pending--;
        if (verdict == Verdict.BRANCH) {
            branch(proof, inheritedBound, inheritedPrices);
        }
        if (proof != null) {
            log.add(proof);
        }
    }

    /** A node's own climb may end below what is known from above: then that goes on to its children. */
    private void branch(ProofNode proof, double inheritedBound, double[] inheritedPrices) {
        depth++;
        boolean inherits = inheritedBound > bounding.lowerBound();
        boundAt[depth] = inherits ? inheritedBound : bounding.lowerBound();
        branching.choose(depth, boundAt[depth]);
        markAt[depth] = domains.mark();
        nextAt[depth] = 0;
        pending += branching.children(depth);
        proofAt[depth] = proof;
        if (proof != null) {
            proof.closeByBranching(branching.twin(depth));
            pricesAt[depth] = relaxation.prices().clone();
            boundPricesAt[depth] = inherits ? inheritedPrices : pricesAt[depth];
        }
    }

    /** Prices that prove the bound of a child before it is judged; null if no certificate is written. */
    private double[] boundPrices(int at, int index) {
        return branching.bound(at, index) > boundAt[at] ? pricesAt[at] : boundPricesAt[at];
    }

    /** What was known of the child at its parent is enough. */
    private void closeByParent(ProofNode proof, int at, int index) {
        pending--;
        if (proof != null) {
            proof.closeByBound(boundPrices(at, index));
            log.add(proof);
        }
    }

    private void handOver() {
        double[] prices = relaxation.prices().clone();
        for (; depth >= 0; depth--) {
            domains.undoTo(markAt[depth]);
            for (int c = nextAt[depth]; c < branching.children(depth); c++) {
                ProofNode proof = child(depth, c);
                double lowerBound = branching.bound(depth, c);
                if (lowerBound >= incumbent.cutoff()) {
                    closeByParent(proof, depth, c);
                    continue;
                }
                domains.assign(branching.twin(depth), branching.server(depth, c));
                open.accept(Subtree.below(domains.toBits(), prices, lowerBound, proof, boundPrices(depth, c)));
                domains.undoTo(markAt[depth]);
                pending--;
            }
        }
    }
}
