package dev.twinplace.decision.replan;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemVariant;
import java.util.Arrays;
import java.util.Optional;

/** A part of all placements: how many moves each row makes, at least and at most. The bound is below the cost of each. */
final class MoveRanges {
    private final PlacementProblem problem;
    private final MoveLimit limit;
    private final int[] least;
    private final int[] most;
    private double bound;

    private MoveRanges(PlacementProblem problem, MoveLimit limit, int[] least, int[] most, double bound) {
        this.problem = problem;
        this.limit = limit;
        this.least = least;
        this.most = most;
        this.bound = bound;
    }

    /** All placements that the limit allows; empty if there is none. O(M·R). */
    static Optional<MoveRanges> all(PlacementProblem problem, MoveLimit limit) {
        int[] least = new int[problem.twins()];
        int[] most = new int[problem.twins()];
        Arrays.fill(most, limit.max());
        return new MoveRanges(problem, limit, least, most, Double.NEGATIVE_INFINITY).tightened();
    }

    /** Those in which a row makes from {@code low} to {@code high} moves; empty if there is none. O(M·R). */
    Optional<MoveRanges> with(int row, int low, int high) {
        int[] lows = least.clone();
        int[] highs = most.clone();
        lows[row] = low;
        highs[row] = high;
        return new MoveRanges(problem, limit, lows, highs, bound).tightened();
    }

    /** Raises what rows make at least to what they can make, and lowers what they can make at most to what the others leave. */
    private Optional<MoveRanges> tightened() {
        long sum = 0;
        for (int u = 0; u < least.length; u++) {
            least[u] = nextCount(u);
            if (least[u] > most[u]) {
                return Optional.empty();
            }
            sum += least[u];
        }
        if (sum > limit.max()) {
            return Optional.empty();
        }
        int left = limit.max() - (int) sum;
        for (int u = 0; u < most.length; u++) {
            most[u] = Math.min(most[u], least[u] + left);
        }
        return Optional.of(this);
    }

    /** The least number of moves in its range that a row can make; too many if there is none. */
    private int nextCount(int u) {
        int next = Integer.MAX_VALUE;
        for (int s = 0; s < problem.servers(); s++) {
            int count = limit.of(u, s);
            next = count >= least[u] && count < next && problem.fits(u, s) ? count : next;
        }
        return next;
    }

    /** The least that a row makes. */
    int least(int row) {
        return least[row];
    }

    /** The most that a row may make. */
    int most(int row) {
        return most[row];
    }

    /** A lower bound on the cost of its placements; infinite if there is none. */
    double bound() {
        return bound;
    }

    void raiseBound(double higher) {
        bound = Math.max(bound, higher);
    }

    /** Its placements, with a price for each move; their moves together are not limited. */
    PlacementProblem priced(double price) {
        PlacementProblem all =
                price == 0 ? problem : ProblemVariant.withCosts(problem, limit.pricedCosts(problem, price));
        boolean[] barred = new boolean[problem.twins() * problem.servers()];
        boolean any = false;
        for (int u = 0; u < least.length; u++) {
            for (int s = 0; s < problem.servers(); s++) {
                boolean out = limit.of(u, s) < least[u] || limit.of(u, s) > most[u];
                barred[u * problem.servers() + s] = out;
                any |= out && problem.fits(u, s);
            }
        }
        return any ? ProblemVariant.withBars(all, barred) : all;
    }
}
