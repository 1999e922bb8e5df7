package dev.twinplace.exact.branchandbound;

import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;

/** The twin to branch on at each depth of a search, and its servers in the order of their bounds. Allocates nothing. */
final class Branching {
    private final Domains domains;
    private final AssignmentRelaxation relaxation;
    private final int twins;
    private final int servers;
    private final int[] twinAt;
    private final int[] childrenAt;
    private final int[] child;
    private final double[] childBound;

    Branching(Domains domains, AssignmentRelaxation relaxation, int twins, int servers) {
        this.domains = domains;
        this.relaxation = relaxation;
        this.twins = twins;
        this.servers = servers;
        twinAt = new int[twins + 1];
        childrenAt = new int[twins + 1];
        child = new int[twins * servers];
        childBound = new double[twins * servers];
    }

    /**
     * Chooses an undecided twin and lists all servers left to it.
     *
     * @param lowerBound of the node as a whole
     * @throws IllegalStateException if all twins are decided: the node should have ended
     */
    void choose(int depth, double lowerBound) {
        int best = -1;
        double bestPromise = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < twins; m++) {
            if (!domains.isDecided(m)) {
                double promise = promise(m);
                if (best < 0 || promise > bestPromise) {
                    bestPromise = promise;
                    best = m;
                }
            }
        }
        if (best < 0) {
            throw new IllegalStateException("an open node has no twin to branch on");
        }
        twinAt[depth] = best;
        listChildren(depth, lowerBound);
        if (childrenAt[depth] != domains.serversLeft(best)) {
            throw new IllegalStateException("twin " + best + " has " + domains.serversLeft(best) + " servers left, but "
                    + childrenAt[depth] + " children");
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

    private void listChildren(int depth, double lowerBound) {
        int row = depth * servers;
        int twin = twinAt[depth];
        int count = 0;
        for (int s = 0; s < servers; s++) {
            if (domains.allows(twin, s)) {
                double on = Math.max(lowerBound, relaxation.boundOn(twin, s));
                int at = row + count++;
                for (; at > row && childBound[at - 1] > on; at--) {
                    childBound[at] = childBound[at - 1];
                    child[at] = child[at - 1];
                }
                childBound[at] = on;
                child[at] = s;
            }
        }
        childrenAt[depth] = count;
    }

    int twin(int depth) {
        return twinAt[depth];
    }

    int children(int depth) {
        return childrenAt[depth];
    }

    int server(int depth, int index) {
        return child[depth * servers + index];
    }

    /** At most the excess of any placement in a child. */
    double bound(int depth, int index) {
        return childBound[depth * servers + index];
    }
}
