package dev.twinplace.ddl.paper;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;

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
    public void solve(SolveContext context) {
        PaperDecision decision = new PaperDecision(model, context.problem(), kernels);
        int best = decision.decide();
        if (best != PaperDecision.NONE) {
            context.offer(decision.candidate(best));
        }
        context.countNodes(model.ensemble().members());
    }
}
