package dev.twinplace.ddl.paper;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.RepeatedDecision;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.StageListener;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.ProblemView;
import java.util.Optional;

/**
 * Decides with a trained {@code ddl-paper}, in one forward pass that no budget shortens. No guarantee: under capacities it
 * may end without a placement. Takes problems of scenarios only. A node is a candidate.
 */
public final class PaperSolver implements PlacementSolver {
    private final PaperModel model;
    private final Kernels kernels = KernelSelection.kernels();

    public PaperSolver(PaperModel model) {
        this.model = model;
    }

    @Override
    public void solve(SolveContext context) {
        UnsupportedProblemException.requireNoSideConstraints(context.problem(), "ddl-paper");
        Scenario scenario = context.scenario().orElseThrow(PaperDecision::noScenario);
        model.requireFits(scenario);
        PaperDecision decision = new PaperDecision(model, context.problem(), kernels);
        if (decision.decide(scenario)) {
            context.offer(decision.placement());
        }
        context.countNodes(model.ensemble().members());
    }

    /** A scenario of another size than the model's is refused when it is to be decided. */
    @Override
    public Optional<RepeatedDecision> repeated(ProblemView view, StageListener listener) {
        return Optional.of(new PaperDecision(model, view, kernels, listener));
    }
}
