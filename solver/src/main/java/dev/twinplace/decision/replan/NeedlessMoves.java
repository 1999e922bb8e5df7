package dev.twinplace.decision.replan;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Takes back moves that gain nothing, which a solver makes where several placements cost the same: single moves, exchanges of
 * two, and all moves together. What gains no more than rounding counts as nothing.
 */
final class NeedlessMoves {
    /** Relative to the costs that a move changes: far above the rounding of a few sums, far below any stated cost. */
    private static final double ROUNDING = 1e-12;

    private final PlacementProblem problem;
    private final int[] columnBefore;
    private final IncrementalCost cost;

    private NeedlessMoves(PlacementProblem problem, int[] columnBefore, int[] placement) {
        this.problem = problem;
        this.columnBefore = columnBefore;
        cost = new IncrementalCost(problem);
        cost.reset(placement);
    }

    /**
     * A placement that costs no more, to within rounding, and from which no such move is left to take back. O(M·R + moves²).
     *
     * @param columnBefore where each row was, {@link ReplanProblem#NOWHERE} if it cannot stay; read only
     */
    static Placement takenBack(PlacementProblem problem, Placement placement, int[] columnBefore) {
        if (isNoWorse(problem, columnBefore, placement.toArray())) {
            return Placement.of(columnBefore);
        }
        return new NeedlessMoves(problem, columnBefore, placement.toArray()).takeBack();
    }

    /** Whether everything can stay and that costs no more, by definition. */
    private static boolean isNoWorse(PlacementProblem problem, int[] before, int[] after) {
        boolean complete = IntStream.of(before).allMatch(column -> column != ReplanProblem.NOWHERE);
        if (!complete || !PlacementChecker.isFeasible(problem, before)) {
            return false;
        }
        CostEvaluator definition = new CostEvaluator(problem);
        double stays = definition.cost(before);
        return stays - definition.cost(after) <= ROUNDING * Math.abs(stays);
    }

    private Placement takeBack() {
        boolean changed = true;
        while (changed) {
            changed = takeBackSingles();
            changed |= takeBackExchanges();
        }
        int[] columns = new int[columnBefore.length];
        cost.copyTo(columns);
        return Placement.of(columns);
    }

    private List<Integer> moved() {
        return IntStream.range(0, columnBefore.length)
                .filter(u -> columnBefore[u] != ReplanProblem.NOWHERE && columnBefore[u] != cost.serverOf(u))
                .boxed()
                .toList();
    }

    private boolean takeBackSingles() {
        boolean changed = false;
        for (int u : moved()) {
            int before = columnBefore[u];
            if (cost.fits(u, before) && cost.moveDelta(u, before) <= rounding(u)) {
                cost.move(u, before);
                changed = true;
            }
        }
        return changed;
    }

    /** What counts as no gain when a row goes back. */
    private double rounding(int u) {
        return ROUNDING * (Math.abs(cost.removalDelta(u)) + Math.abs(problem.cost(u, columnBefore[u])));
    }

    private boolean takeBackExchanges() {
        boolean changed = false;
        Map<List<Integer>, List<Integer>> goneAlong = new HashMap<>();
        for (int u : moved()) {
            List<Integer> back = List.of(cost.serverOf(u), columnBefore[u]);
            List<Integer> partners = goneAlong.getOrDefault(back, List.of());
            for (int v : partners) {
                boolean isNoGain = cost.swapDelta(u, v) <= rounding(u) + rounding(v);
                if (isNoGain && cost.swapFits(u, v)) {
                    cost.swap(u, v);
                    partners.remove(Integer.valueOf(v));
                    changed = true;
                    break;
                }
            }
            if (columnBefore[u] != cost.serverOf(u)) {
                goneAlong
                        .computeIfAbsent(List.of(columnBefore[u], cost.serverOf(u)), any -> new ArrayList<>())
                        .add(u);
            }
        }
        return changed;
    }
}
