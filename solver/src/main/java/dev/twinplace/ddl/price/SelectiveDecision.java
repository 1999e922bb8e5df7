package dev.twinplace.ddl.price;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.DecisionStage;
import dev.twinplace.api.StageListener;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.heuristic.PricedLocalSearch;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * For many twins: prices promise something by the bound that they prove, or by what the twins' choices would cost; the
 * {@value #DECODED} most promising are decoded, and the cheapest placement is polished.
 */
final class SelectiveDecision extends PriceDecision {
    private static final int DECODED = 4;

    private final PricedLocalSearch localSearch;
    private final CostEvaluator evaluator;
    private final double[] promises;

    SelectiveDecision(PriceModel model, ProblemView problem, PriceStages stages, StageListener listener) {
        super(model, problem, stages, listener);
        localSearch = new PricedLocalSearch(placement);
        evaluator = new CostEvaluator(problem);
        promises = new double[model.members()];
    }

    @Override
    void consider(int member, boolean bounded) {
        listener.ended(DecisionStage.DECODE);
        promises[member] = bounded
                ? pricing.lowerBound()
                : -evaluator.cost(pricing.choice().best());
        listener.ended(DecisionStage.EVALUATE);
    }

    @Override
    void decodeRest(int proposed, BudgetMeter meter) {
        Arrays.fill(promises, proposed, promises.length, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < Math.min(DECODED, proposed) && (i == 0 || !meter.isSpent(0)); i++) {
            int member = mostPromising();
            promises[member] = Double.NEGATIVE_INFINITY;
            choose(member);
            candidates.decode(member);
        }
    }

    private int mostPromising() {
        int most = 0;
        for (int k = 1; k < promises.length; k++) {
            if (promises[k] > promises[most]) {
                most = k;
            }
        }
        return most;
    }

    @Override
    int polished(PriceStages how) {
        return 1;
    }

    @Override
    long improve(BudgetMeter meter, long stepsBefore) {
        return localSearch.improve(pricing.choice().demandPrices(), meter, stepsBefore);
    }

    @Override
    long lookedByPolish() {
        return localSearch.looked();
    }
}
