package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.DecisionStage;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.RepeatedDecision;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.StageListener;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;
import java.util.Optional;

/** What heuristics share: they make one placement, and offer it if it is complete. */
abstract class Heuristic implements PlacementSolver {
    /**
     * Places twins until all are placed or the budget is spent.
     *
     * @param placement all twins unplaced at first, unless it {@link #improvesIncumbents}; one over a capacity counts as not found
     * @return steps taken
     */
    abstract long place(IncrementalCost placement, BudgetMeter meter, long seed);

    /** Whether it goes on from the incumbent of a solve, if there is one, instead of from nothing. */
    boolean improvesIncumbents() {
        return false;
    }

    @Override
    public final void solve(SolveContext context) {
        if (context.isSettled()) {
            return;
        }
        IncrementalCost placement = new IncrementalCost(context.problem());
        if (improvesIncumbents() && context.hasIncumbent()) {
            placement.reset(context.incumbent());
        }
        context.countNodes(place(placement, context.meter(), context.seed()));
        int[] serverOf = new int[context.problem().twins()];
        placement.copyTo(serverOf);
        if (isComplete(serverOf)) {
            context.offer(serverOf);
        }
    }

    private static boolean isComplete(int[] serverOf) {
        for (int server : serverOf) {
            if (server == IncrementalCost.UNPLACED) {
                return false;
            }
        }
        return true;
    }

    /** Re-uses the memory of problem and placement; what a heuristic makes for itself is new each time. */
    @Override
    public final Optional<RepeatedDecision> repeated(ProblemView view, StageListener listener) {
        return Optional.of(new Repeated(this, view, listener));
    }

    private static final class Repeated implements RepeatedDecision {
        private final Heuristic heuristic;
        private final StageListener listener;
        private final IncrementalCost placement;
        private final int[] serverOf;

        Repeated(Heuristic heuristic, ProblemView view, StageListener listener) {
            this.heuristic = heuristic;
            this.listener = listener;
            placement = new IncrementalCost(view);
            serverOf = new int[view.twins()];
        }

        @Override
        public boolean decide(BudgetMeter meter, long seed) {
            Arrays.fill(serverOf, IncrementalCost.UNPLACED);
            placement.reset(serverOf);
            heuristic.place(placement, meter, seed);
            placement.copyTo(serverOf);
            listener.ended(DecisionStage.DECODE);
            return isComplete(serverOf) && placement.overload() == 0;
        }

        @Override
        public int[] placement() {
            return serverOf;
        }
    }
}
