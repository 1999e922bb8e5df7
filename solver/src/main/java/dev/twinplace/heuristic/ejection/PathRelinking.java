package dev.twinplace.heuristic.ejection;

import java.util.SplittableRandom;

/**
 * Leads a placement towards another one, to where a search can start that inherits from both.
 *
 * <p>At each step one of the twins that are elsewhere in the other placement moves there: of {@value #SAMPLE} drawn at random the
 * one that costs least, penalties included. Yagiura, Ibaraki and Glover (2006) try all, and search from the best of the path;
 * here the search starts halfway.
 */
final class PathRelinking {
    private static final int SAMPLE = 16;

    private final WorkingPlacement placement;
    private final PricedProblem problem;
    private final int[] different;

    PathRelinking(WorkingPlacement placement) {
        this.placement = placement;
        problem = placement.problem;
        different = new int[problem.twins];
    }

    /** Goes half the way; returns how many twins have moved. O(M). */
    int goHalfway(int[] target, SplittableRandom random) {
        int left = 0;
        for (int m = 0; m < different.length; m++) {
            if (placement.serverOf[m] != target[m]) {
                different[left++] = m;
            }
        }
        int moves = left / 2;
        for (int i = 0; i < moves; i++) {
            int chosen = cheapest(left, target, random);
            placement.move(different[chosen], target[different[chosen]]);
            different[chosen] = different[--left];
        }
        return moves;
    }

    private int cheapest(int left, int[] target, SplittableRandom random) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < SAMPLE; i++) {
            int index = random.nextInt(left);
            double cost = costOfMove(different[index], target[different[index]]);
            if (cost < least) {
                least = cost;
                best = index;
            }
        }
        return best;
    }

    private double costOfMove(int m, int t) {
        int s = placement.serverOf[m];
        int cell = m * problem.servers + t;
        double a = problem.weight[m];
        double b = problem.work[m];
        return problem.reduced[cell]
                - placement.costOf[m]
                + placement.termOf(
                        t, placement.load[t] + problem.demand[cell], placement.weightOn[t] + a, placement.workOn[t] + b)
                - placement.term[t]
                + placement.termOf(
                        s,
                        placement.load[s] - placement.demandOf[m],
                        placement.weightOn[s] - a,
                        placement.workOn[s] - b)
                - placement.term[s]
                + placement.sideTerm(t, m, -1)
                + placement.sideTerm(s, -1, m);
    }
}
