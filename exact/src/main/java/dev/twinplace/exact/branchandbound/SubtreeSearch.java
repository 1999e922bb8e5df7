package dev.twinplace.exact.branchandbound;

import dev.twinplace.exact.branchandbound.NodeBounding.Verdict;
import dev.twinplace.exact.lagrangian.AssignmentRelaxation;
import dev.twinplace.exact.lagrangian.Domains;
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

    /** Per depth: the trail before, the next child, and for a certificate the node and the prices that bound its children. */
    private final int[] markAt;

    private final int[] nextAt;
    private final ProofNode[] proofAt;
    private final double[][] pricesAt;
    private int depth;

    /**
     * Without a subtree yet.
     *
     * @param problem reduced
     */
    SubtreeSearch(PlacementProblem problem, Dominance dominance, Clock clock) {
        int twins = problem.twins();
        servers = problem.servers();
        domains = new Domains(problem);
        relaxation = new AssignmentRelaxation(problem, domains);
        bounding = new NodeBounding(problem, relaxation, dominance, clock);
        branching = new Branching(domains, relaxation, twins, servers);
        markAt = new int[twins + 1];
        nextAt = new int[twins + 1];
        proofAt = new ProofNode[twins + 1];
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
        settle(verdict, proof);
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
                closeByParent(proof, depth);
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
            settle(verdict, proof);
        }
        return nodes;
    }

    private ProofNode child(int at, int index) {
        return proofAt[at] == null ? null : proofAt[at].child(branching.twin(at), branching.server(at, index));
    }

    /** Accounts for a node that has been judged. */
    private void settle(Verdict verdict, ProofNode proof) {
        pending--;
        if (verdict == Verdict.BRANCH) {
            branch(proof);
        }
        if (proof != null) {
            log.add(proof);
        }
    }

    private void branch(ProofNode proof) {
        depth++;
        branching.choose(depth, bounding.lowerBound());
        markAt[depth] = domains.mark();
        nextAt[depth] = 0;
        pending += branching.children(depth);
        proofAt[depth] = proof;
        if (proof != null) {
            proof.closeByBranching(branching.twin(depth));
            pricesAt[depth] = relaxation.prices().clone();
        }
    }

    /** The prices at the parent bound this child too. */
    private void closeByParent(ProofNode proof, int at) {
        pending--;
        if (proof != null) {
            proof.closeByBound(pricesAt[at]);
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
                    closeByParent(proof, depth);
                    continue;
                }
                domains.assign(branching.twin(depth), branching.server(depth, c));
                open.accept(Subtree.below(domains.toBits(), prices, lowerBound, proof, pricesAt[depth]));
                domains.undoTo(markAt[depth]);
                pending--;
            }
        }
    }
}
