package dev.twinplace.ddl.paper;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.problem.PlacementProblem;

/**
 * Decides with a trained {@code ddl-paper}, in one forward pass that no budget shortens. No guarantee: under capacities it
 * may end without a placement. Deciding many problems of one size, use {@link PaperDecision}. A node is a candidate.
 */
public final class PaperSolver implements PlacementSolver {
    private final PaperModel model;
    private final Kernels kernels = KernelSelection.kernels();

    public PaperSolver(PaperModel model) {
        this.model = model;
    }

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        SolveContext context = new SolveContext(problem, budget, listener);
        PaperDecision decision = new PaperDecision(model, problem, kernels);
        int best = decision.decide();
        double lowerBound = new SeparableRelaxation(context.reduced()).lowerBound();
        int candidates = model.ensemble().members();
        if (lowerBound == Double.POSITIVE_INFINITY) {
            return context.infeasible(candidates);
        }
        context.raiseBound(lowerBound);
        if (best != PaperDecision.NONE) {
            context.offer(decision.candidate(best));
        }
        return context.result(candidates);
    }
}
