package dev.twinplace.decision.replan;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import java.util.Optional;

/** Makes placements with too many moves allowed: rows go back, one after the other, each time the one that costs least. */
final class MoveRepair {
    private final PlacementProblem problem;
    private final MoveLimit limit;
    private final IncrementalCost cost;
    private int row;
    private int column;

    MoveRepair(PlacementProblem problem, MoveLimit limit) {
        this.problem = problem;
        this.limit = limit;
        cost = new IncrementalCost(problem);
    }

    /**
     * A placement that the limit and all capacities allow; empty if none is found. O(M·R) for each row that goes back.
     *
     * @param placement within all capacities; read only
     */
    Optional<int[]> repaired(int[] placement) {
        cost.reset(placement);
        int total = limit.total(placement);
        while (total > limit.max()) {
            if (!findCheapest()) {
                return Optional.empty();
            }
            total += limit.of(row, column) - limit.of(row, cost.serverOf(row));
            cost.move(row, column);
        }
        int[] allowed = new int[placement.length];
        cost.copyTo(allowed);
        return Optional.of(allowed);
    }

    /** Finds the row and column that cost least for each move less. */
    private boolean findCheapest() {
        double best = Double.POSITIVE_INFINITY;
        for (int u = 0; u < problem.twins(); u++) {
            int present = limit.of(u, cost.serverOf(u));
            for (int s = 0; present > 0 && s < problem.servers(); s++) {
                int fewer = present - limit.of(u, s);
                if (fewer > 0 && cost.fits(u, s) && cost.moveDelta(u, s) / fewer < best) {
                    best = cost.moveDelta(u, s) / fewer;
                    row = u;
                    column = s;
                }
            }
        }
        return best < Double.POSITIVE_INFINITY;
    }
}
