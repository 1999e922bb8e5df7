package dev.twinplace.service.decide;

import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.ScenarioQuestion;
import java.util.function.Consumer;

/**
 * Where to run the twins of a scenario.
 *
 * @param label as the answer calls the solver
 * @param prices for decisions to come
 * @param told the answer
 */
record PlacementDecision(
        ScenarioQuestion question, String label, PlacementSolver solver, KeptPrices prices, Consumer<Answer> told)
        implements Decision {
    @Override
    public SolveRequest request() {
        return SolveRequest.of(question.instance()).withPrices(prices);
    }

    @Override
    public Reply reply(SolveResult result) {
        Answer answer = Answer.of(question, label, result);
        told.accept(answer);
        return Reply.of(answer);
    }
}
