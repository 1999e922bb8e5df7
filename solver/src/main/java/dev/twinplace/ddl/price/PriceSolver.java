package dev.twinplace.ddl.price;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.RepeatedDecision;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.StageListener;
import dev.twinplace.heuristic.LocalSearchHeuristic;
import dev.twinplace.heuristic.Opening;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code ddl-price}: a learned placement, with a lower bound by the prices that the networks state. Where no candidate keeps
 * to the capacities, which takes a problem without a cloud, it answers as {@code local-search} does.
 */
public final class PriceSolver implements PlacementSolver {
    private final PriceModel model;
    private final Polish polish;

    public PriceSolver(PriceModel model, Polish polish) {
        this.model = model;
        this.polish = polish;
    }

    @Override
    public void solve(SolveContext context) {
        if (context.isSettled()) {
            return;
        }
        if (Opening.isLarge(context)) {
            Opening.placeInOnePass(context); // the first network may take longer than the budget
        }
        PriceDecision decision = PriceDecision.of(model, context.problem(), polish);
        boolean isPlaced = decision.place(context.meter());
        keepPrices(context, decision);
        if (!isPlaced) {
            new LocalSearchHeuristic().solve(context);
            return;
        }
        context.raiseCostBound(decision.lowerBound());
        context.offer(decision.placement());
        if (!context.isSettled() && decision.iterate(context.meter(), context.seed())) {
            context.offer(decision.placement());
        }
        context.countNodes(decision.steps());
    }

    /** For solvers of the same solve that climb to better prices; those of an earlier solve are better than stated ones. */
    private static void keepPrices(SolveContext context, PriceDecision decision) {
        int servers = context.problem().servers();
        if (!context.problem().hasContention() && context.prices().of(servers).isEmpty()) {
            context.prices().keep(Arrays.copyOf(decision.boundingPrices(), 2 * servers));
        }
    }

    @Override
    public Optional<RepeatedDecision> repeated(ProblemView view, StageListener listener) {
        RepeatedDecision priced = PriceDecision.of(model, view, polish, listener);
        RepeatedDecision otherwise =
                new LocalSearchHeuristic().repeated(view, StageListener.NONE).orElseThrow();
        return Optional.of(new Repeated(priced, otherwise));
    }

    /** The answers of {@link #solve(SolveContext)}. */
    private static final class Repeated implements RepeatedDecision {
        private final RepeatedDecision priced;
        private final RepeatedDecision otherwise;
        private boolean isPriced;

        Repeated(RepeatedDecision priced, RepeatedDecision otherwise) {
            this.priced = priced;
            this.otherwise = otherwise;
        }

        @Override
        public boolean decide(BudgetMeter meter, long seed) {
            isPriced = priced.decide(meter, seed);
            return isPriced || otherwise.decide(meter, seed);
        }

        @Override
        public int[] placement() {
            return isPriced ? priced.placement() : otherwise.placement();
        }

        @Override
        public double lowerBound() {
            return priced.lowerBound();
        }
    }
}
