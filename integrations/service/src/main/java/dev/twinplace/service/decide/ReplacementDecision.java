package dev.twinplace.service.decide;

import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.replan.Proposal;
import dev.twinplace.decision.replan.ReplanProblem;
import java.util.function.Consumer;

/**
 * Which twins to move.
 *
 * @param label as the answer calls the solver
 * @param chosen for problems without a limit of moves
 * @param prices of earlier decisions
 * @param told the answer
 */
record ReplacementDecision(
        ReplanProblem problem, String label, PlacementSolver chosen, KeptPrices prices, Consumer<Answer> told)
        implements Decision {
    @Override
    public SolveRequest request() {
        return problem.request().withPrices(prices);
    }

    @Override
    public PlacementSolver solver() {
        return problem.solver(chosen);
    }

    @Override
    public Reply reply(SolveResult result) {
        Proposal proposal = problem.proposal(label, result);
        told.accept(proposal.answer());
        return Reply.of(proposal);
    }
}
