package dev.twinplace.exact.branchandbound;

import dev.twinplace.exact.lagrangian.AssignmentRelaxation;
import dev.twinplace.exact.lagrangian.Domains;
import dev.twinplace.problem.PlacementProblem;
import java.util.function.Consumer;

/**
 * Searches one open subtree at a time, depth first.
 *
 * <p>A node that {@link NodeBounding} leaves open becomes a twin's choice between the servers left to it, best bound first.
 * The twin is the one for which the two best servers promise least: wrong decisions then end early. A search is a function
 * of the subtree, the incumbent it starts with and the nodes it may visit. Allocates nothing after construction, but for the
 * subtrees it hands back.
 */
final class SubtreeSearch {
    private final int twins;
    private final int servers;
    private final Domains domains;
    private final AssignmentRelaxation relaxation;
    private final NodeBounding bounding;
    private Incumbent incumbent;

    /** Per depth: the twin branched on, the trail before, and its children with their bounds. */
    private final int[] twinAt;

    private final int[] markAt;
    private final int[] nextAt;
    private final int[] childrenAt;
    private final int[] child;
    private final double[] childBound;
    private int depth;

    SubtreeSearch(PlacementProblem problem, Dominance dominance, Clock clock) {
        twins = problem.twins();
        servers = problem.servers();
        domains = new Domains(problem);
        relaxation = new AssignmentRelaxation(problem, domains);
        bounding = new NodeBounding(problem, relaxation, dominance, clock);
        twinAt = new int[twins + 1];
        markAt = new int[twins + 1];
        nextAt = new int[twins + 1];
        childrenAt = new int[twins + 1];
        child = new int[twins * servers];
        childBound = new double[twins * servers];
    }

    /**
     * Searches until all is done, the nodes are used up or the clock runs out.
     *
     * @param best the incumbent, improved in place
     * @param open takes what is left open
     * @return nodes visited
     */
    long search(Subtree subtree, Incumbent best, long mostNodes, Consumer<Subtree> open) {
        incumbent = best;
        depth = -1;
        domains.undoTo(0);
        domains.forbidAll(subtree.excluded());
        System.arraycopy(subtree.prices(), 0, relaxation.prices(), 0, twins);
        long nodes = 1;
        switch (bounding.bound(subtree.isRoot(), incumbent)) {
            case OPEN -> branch();
            case UNFINISHED -> {
                double lowerBound = Math.max(bounding.lowerBound(), subtree.lowerBound());
                open.accept(Subtree.below(domains.toBits(), subtree.prices(), lowerBound));
            }
            case DONE -> {}
        }
        while (depth >= 0) {
            domains.undoTo(markAt[depth]);
            int at = depth * servers + nextAt[depth];
            if (nextAt[depth] == childrenAt[depth] || childBound[at] >= incumbent.cutoff()) {
                depth--;
                continue;
            }
            if (nodes == mostNodes) {
                handOver(open);
                return nodes;
            }
            nodes++;
            domains.assign(twinAt[depth], child[at]);
            NodeBounding.Verdict verdict = bounding.bound(false, incumbent);
            if (verdict == NodeBounding.Verdict.UNFINISHED) {
                handOver(open);
                return nodes;
            }
            nextAt[depth]++;
            if (verdict == NodeBounding.Verdict.OPEN) {
                branch();
            }
        }
        return nodes;
    }

    private void branch() {
        int best = -1;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < twins; m++) {
            double score = domains.isDecided(m) ? Double.NEGATIVE_INFINITY : promise(m);
            if (score > bestScore) {
                bestScore = score;
                best = m;
            }
        }
        if (best >= 0) {
            depth++;
            twinAt[depth] = best;
            markAt[depth] = domains.mark();
            nextAt[depth] = 0;
            childrenAt[depth] = listChildren(best);
        }
    }

    /** The sum of the bounds on a twin's two best servers. */
    private double promise(int twin) {
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int s = 0; s < servers; s++) {
            if (domains.allows(twin, s)) {
                double on = relaxation.boundOn(twin, s);
                second = Math.min(second, Math.max(least, on));
                least = Math.min(least, on);
            }
        }
        return second + least;
    }

    private int listChildren(int twin) {
        int row = depth * servers;
        int count = 0;
        for (int s = 0; s < servers; s++) {
            if (domains.allows(twin, s)) {
                double on = Math.max(bounding.lowerBound(), relaxation.boundOn(twin, s));
                int at = row + count++;
                for (; at > row && childBound[at - 1] > on; at--) {
                    childBound[at] = childBound[at - 1];
                    child[at] = child[at - 1];
                }
                childBound[at] = on;
                child[at] = s;
            }
        }
        return count;
    }

    private void handOver(Consumer<Subtree> open) {
        double[] prices = relaxation.prices().clone();
        for (; depth >= 0; depth--) {
            domains.undoTo(markAt[depth]);
            for (int c = nextAt[depth]; c < childrenAt[depth]; c++) {
                double lowerBound = childBound[depth * servers + c];
                if (lowerBound < incumbent.cutoff()) {
                    domains.assign(twinAt[depth], child[depth * servers + c]);
                    open.accept(Subtree.below(domains.toBits(), prices, lowerBound));
                    domains.undoTo(markAt[depth]);
                }
            }
        }
    }
}
