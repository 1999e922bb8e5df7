package dev.twinplace.cost;

import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** A first placement at once: what can stay stays, and the others follow, the largest first, each where it is cheapest. */
public final class StartPlacement {
    private StartPlacement() {}

    /**
     * Places the rows in O(M·R); empty if those that stay exceed a capacity or one of the others fits nowhere.
     *
     * @param columnBefore where each row was, {@link IncrementalCost#UNPLACED} if it cannot stay; read only
     */
    public static Optional<Placement> of(PlacementProblem problem, int[] columnBefore) {
        IncrementalCost cost = new IncrementalCost(problem);
        cost.reset(columnBefore);
        int[] moved = IntStream.range(0, columnBefore.length)
                .filter(u -> columnBefore[u] == IncrementalCost.UNPLACED)
                .boxed()
                .sorted(Comparator.comparingDouble(u -> -problem.work(u)))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean complete = cost.overload() == 0;
        for (int i = 0; i < moved.length && complete; i++) {
            int best = cheapest(cost, moved[i]);
            complete = best >= 0;
            if (complete) {
                cost.move(moved[i], best);
            }
        }
        int[] columns = new int[columnBefore.length];
        cost.copyTo(columns);
        return complete ? Optional.of(Placement.of(columns)) : Optional.empty();
    }

    /**
     * As above, from a placement of a problem that was similar: rows stay where they fit alone. Empty also if it is of other rows.
     */
    public static Optional<Placement> near(PlacementProblem problem, Placement before) {
        if (before.twins() != problem.twins()) {
            return Optional.empty();
        }
        int[] columns = before.toArray();
        for (int u = 0; u < columns.length; u++) {
            boolean stays = columns[u] < problem.servers() && problem.fits(u, columns[u]);
            columns[u] = stays ? columns[u] : IncrementalCost.UNPLACED;
        }
        return of(problem, columns);
    }

    private static int cheapest(IncrementalCost cost, int row) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < cost.problem().servers(); s++) {
            if (cost.fits(row, s) && cost.insertionDelta(row, s) < least) {
                best = s;
                least = cost.insertionDelta(row, s);
            }
        }
        return best;
    }
}
