package dev.twinplace.reports.experiment.training;

import dev.twinplace.api.Budget;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.ddl.paper.LabelRule;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.problem.PlacementProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Labels other than the cheapest candidate itself. */
final class LabelRules {
    private static final int MOVES_TRIED = 64;

    private LabelRules() {}

    /** Twins are moved at random, {@value #MOVES_TRIED} times, and stay where that is cheaper. */
    static LabelRule randomMoves() {
        return LabelRules::moveAtRandom;
    }

    private static void moveAtRandom(PlacementProblem problem, int[] serverOf, long sample) {
        SplittableRandom random = new SplittableRandom(sample);
        IncrementalCost placement = placed(problem, serverOf);
        for (int i = 0; i < MOVES_TRIED; i++) {
            int twin = random.nextInt(problem.twins());
            int server = random.nextInt(problem.servers());
            if (server != placement.serverOf(twin)
                    && placement.fits(twin, server)
                    && placement.moveDelta(twin, server) < 0) {
                placement.move(twin, server);
            }
        }
        placement.copyTo(serverOf);
    }

    /** No better move of one twin, no better swap of two. */
    static LabelRule localSearch() {
        return (problem, serverOf, sample) -> {
            IncrementalCost placement = placed(problem, serverOf);
            new LocalSearch(placement).improve(Budget.UNLIMITED.start(), 0);
            placement.copyTo(serverOf);
        };
    }

    /**
     * A scenario that comes again keeps its label unless the new one is cheaper: where the paper says that samples are replaced
     * by those “that have higher accuracy”. Remembers labels; for one training.
     */
    static LabelRule onlyBetter() {
        Map<Long, int[]> best = new HashMap<>();
        return (problem, serverOf, sample) -> {
            int[] kept = best.get(sample);
            if (kept != null && cost(problem, kept) <= cost(problem, serverOf)) {
                System.arraycopy(kept, 0, serverOf, 0, kept.length);
            } else {
                best.put(sample, serverOf.clone());
            }
        };
    }

    /** Capacities play no part: for problems without. */
    private static double cost(PlacementProblem problem, int[] serverOf) {
        return new CostEvaluator(problem).cost(serverOf);
    }

    private static IncrementalCost placed(PlacementProblem problem, int[] serverOf) {
        IncrementalCost placement = new IncrementalCost(problem);
        placement.reset(serverOf);
        return placement;
    }
}
