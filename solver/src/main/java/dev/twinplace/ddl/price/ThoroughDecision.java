package dev.twinplace.ddl.price;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.StageListener;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.problem.ProblemView;

/** For few twins: the prices of every member are decoded, and the cheapest placements polished. */
final class ThoroughDecision extends PriceDecision {
    private final LocalSearch localSearch;

    ThoroughDecision(PriceModel model, ProblemView problem, PriceStages stages, StageListener listener) {
        super(model, problem, stages, listener);
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
    int polished(PriceStages how) {
        return how.polish() == Polish.NONE ? 1 : how.polished();
    }

    @Override
    long improve(BudgetMeter meter, long stepsBefore) {
        return localSearch.improve(meter, stepsBefore);
    }

    @Override
    long lookedByPolish() {
        return localSearch.looked();
    }
}
