package dev.twinplace.ddl.price;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.StageListener;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.problem.ProblemView;

/** For few twins: the prices of every member are decoded, and the {@value #POLISHED} cheapest placements polished. */
final class ThoroughDecision extends PriceDecision {
    private static final int POLISHED = 3;

    private final LocalSearch localSearch;

    ThoroughDecision(PriceModel model, ProblemView problem, Polish polish, StageListener listener) {
        super(model, problem, polish, listener);
        localSearch = new LocalSearch(placement);
    }

    @Override
    void consider(int member, boolean bounded) {
        candidates.decode(member);
    }

    @Override
    void decodeRest(int proposed, BudgetMeter meter) {
        // all are decoded
    }

    @Override
    int polished(Polish how) {
        return how == Polish.LOCAL_SEARCH ? POLISHED : 1;
    }

    @Override
    long improve(BudgetMeter meter, long stepsBefore) {
        return localSearch.improve(meter, stepsBefore);
    }
}
