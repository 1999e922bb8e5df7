package dev.twinplace.heuristic.ejection;

/**
 * The chains of moves that begin with one twin, and the best of them.
 *
 * <p>A chain moves a twin to one of its candidate servers, ejects a twin from there to one of its own, and so on; it ends where
 * a twin finds room, or takes the place of the first: a shift, a swap, a longer chain or a cycle of at most {@value #MAX_LENGTH}
 * twins, each server visited once. Candidates are sorted by reduced cost, and a chain goes on only while what it has gained,
 * the open ends taken at their best, exceeds the best chain so far (the gain criterion of Lin and Kernighan, Operations Research
 * 21, 1973: each improving cycle has a rotation with positive partial sums). Yagiura, Ibaraki and Glover (2004) eject by a score
 * and keep one continuation; here all that may pay are followed, up to a limit of evaluations for each first move.
 *
 * <p>Each chain's gain is that of the penalised cost, exactly. Allocates nothing after construction.
 */
final class ChainMove {
    static final int MAX_LENGTH = 6;

    private final PricedProblem problem;
    private final WorkingPlacement placement;
    private final int[] twin = new int[MAX_LENGTH + 1];
    private final int[] target = new int[MAX_LENGTH + 1];
    private final int[] bestTwin = new int[MAX_LENGTH + 1];
    private final int[] bestTarget = new int[MAX_LENGTH + 1];
    private final boolean[] visited;
    private final double minGain;
    private int bestLength;
    private double best;
    private double maxTerm;
    private int origin;
    private double loadLeft;
    private double weightLeft;
    private double workLeft;
    private double hole;
    private long evaluations;
    private long limit;

    /** Ignores chains that gain no more than {@code minGain}. */
    ChainMove(WorkingPlacement placement, double minGain) {
        this.placement = placement;
        problem = placement.problem;
        visited = new boolean[problem.servers];
        this.minGain = minGain;
    }

    /** Moves looked at, a twin to a server each, since construction. */
    long evaluations() {
        return evaluations;
    }

    /** By how much the last chain that was made has lowered the value. */
    double gain() {
        return best;
    }

    /**
     * Makes the best improving chain that begins with a twin.
     *
     * @param largestTerm of all servers
     * @param effort evaluations for each first move, from which on no chain grows
     * @return whether there was one
     */
    boolean improve(int first, double largestTerm, int effort) {
        start(first, largestTerm);
        double left = placement.costOf[first] + placement.term[origin];
        int row = first * problem.width;
        for (int k = 0; k < problem.width; k++) {
            double gain = left - problem.candidateCost[row + k];
            if (gain + maxTerm <= best) {
                break;
            }
            int s = problem.candidate[row + k];
            if (s != origin && gain + placement.term[s] > best) {
                limit = evaluations + effort;
                extend(0, first, s, gain + placement.term[s]);
            }
        }
        visited[origin] = false;
        for (int i = 0; i < bestLength; i++) {
            placement.move(bestTwin[i], bestTarget[i]);
        }
        return bestLength > 0;
    }

    private void start(int first, double largestTerm) {
        origin = placement.serverOf[first];
        maxTerm = largestTerm;
        loadLeft = placement.load[origin] - placement.demandOf[first];
        weightLeft = placement.weightOn[origin] - problem.weight[first];
        workLeft = placement.workOn[origin] - problem.work[first];
        hole = placement.termOf(origin, loadLeft, weightLeft, workLeft) + placement.sideTerm(origin, -1, first);
        best = minGain;
        bestLength = 0;
        visited[origin] = true;
    }

    /**
     * Looks at a chain that ends with a twin on a server, and at what goes on from there.
     *
     * @param gain so far, with the old terms of all servers of the chain and the new ones of all but its ends
     */
    private void extend(int length, int moved, int s, double gain) {
        twin[length] = moved;
        target[length] = s;
        double load = placement.load[s] + problem.demand[moved * problem.servers + s];
        double weights = placement.weightOn[s] + problem.weight[moved];
        double works = placement.workOn[s] + problem.work[moved];
        evaluations++;
        double ended = gain - hole - placement.termOf(s, load, weights, works);
        if (ended > best) {
            ended -= placement.sideTerm(s, moved, -1);
        }
        if (ended > best) {
            keep(length + 1, ended);
        }
        if (length + 1 < MAX_LENGTH && evaluations < limit) {
            visited[s] = true;
            if (problem.contended || problem.hasSide) {
                ejectInGeneral(length + 1, s, gain, load, weights, works);
            } else {
                eject(length + 1, s, gain, load);
            }
            visited[s] = false;
        }
    }

    private void eject(int length, int s, double gain, double load) {
        double capacity = problem.capacity[s];
        double price = problem.price[s];
        double penalty = placement.penalty[s];
        int[] twins = placement.twinsOn[s];
        int count = placement.count[s];
        evaluations += count;
        for (int i = 0; i < count; i++) {
            int n = twins[i];
            double room = capacity - load + placement.demandOf[n];
            double term = room >= 0 ? price * room : -penalty * room;
            double rest = gain - term + placement.costOf[n];
            if (rest + maxTerm > best) {
                follow(length, n, rest);
            }
        }
    }

    /** As {@link #eject}, with contention and side constraints. */
    private void ejectInGeneral(int length, int s, double gain, double load, double weights, double works) {
        int[] twins = placement.twinsOn[s];
        int moved = twin[length - 1];
        int count = placement.count[s];
        evaluations += count;
        for (int i = 0; i < count; i++) {
            int n = twins[i];
            double term = placement.termOf(
                    s, load - placement.demandOf[n], weights - problem.weight[n], works - problem.work[n]);
            double rest = gain - term + placement.costOf[n];
            if (rest + maxTerm > best) {
                rest -= placement.sideTerm(s, moved, n);
            }
            if (rest + maxTerm > best) {
                follow(length, n, rest);
            }
        }
    }

    /** Tries where the ejected twin can go: to the first twin's server, or to another one. */
    private void follow(int length, int n, double gain) {
        int cell = n * problem.servers + origin;
        evaluations++;
        double closed = gain
                - problem.reduced[cell]
                - placement.termOf(
                        origin,
                        loadLeft + problem.demand[cell],
                        weightLeft + problem.weight[n],
                        workLeft + problem.work[n]);
        if (closed > best) {
            closed -= placement.sideTerm(origin, n, twin[0]);
        }
        if (closed > best) {
            twin[length] = n;
            target[length] = origin;
            keep(length + 1, closed);
        }
        int row = n * problem.width;
        for (int k = 0; k < problem.width; k++) {
            double rest = gain - problem.candidateCost[row + k];
            if (rest + maxTerm <= best) {
                break;
            }
            int t = problem.candidate[row + k];
            if (!visited[t] && rest + placement.term[t] > best) {
                extend(length, n, t, rest + placement.term[t]);
            }
        }
    }

    private void keep(int length, double gain) {
        best = gain;
        bestLength = length;
        System.arraycopy(twin, 0, bestTwin, 0, length);
        System.arraycopy(target, 0, bestTarget, 0, length);
    }
}
