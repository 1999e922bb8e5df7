package dev.twinplace.ddl.paper;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.DecisionStage;
import dev.twinplace.api.RepeatedDecision;
import dev.twinplace.api.StageListener;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.ddl.EnsemblePass;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/** Lines 19 to 25 of Algorithm 1: decides scenarios, one after the other, without allocating. Belongs to one thread. */
public final class PaperDecision implements RepeatedDecision {
    private final PaperModel model;
    private final StageListener listener;
    private final PlacementSituation situation;
    private final EnsemblePass pass;
    private final float[] sample;
    private final int[][] candidates;
    private int best;

    /** Makes room for scenarios that will be compiled into this view. */
    public PaperDecision(PaperModel model, ProblemView view, Kernels kernels) {
        this(model, view, kernels, StageListener.NONE);
    }

    /** As above; tells the listener when a stage ends. */
    public PaperDecision(PaperModel model, ProblemView view, Kernels kernels, StageListener listener) {
        this.listener = listener;
        this.model = model;
        situation = new PlacementSituation(view, model.code());
        pass = model.ensemble().newPass(kernels);
        sample = new float[model.ensemble().extractor().sampleLength()];
        candidates = new int[model.ensemble().members()][view.twins()];
    }

    /** Refuses: there is no scenario. */
    @Override
    public boolean decide(BudgetMeter meter, long seed) {
        throw noScenario();
    }

    static UnsupportedProblemException noScenario() {
        return new UnsupportedProblemException(
                "ddl-paper sees devices alone: it decides scenarios without constraints, and this problem is of none");
    }

    /** As {@link #decide(Scenario)}; nothing is drawn, and no budget shortens one pass. */
    @Override
    public boolean decide(Scenario scenario, BudgetMeter meter, long seed) {
        return decide(scenario);
    }

    /**
     * Lets each member propose a placement and chooses the cheapest, the lowest member's among equals.
     *
     * @param scenario that the view's problem was compiled from
     * @return whether it is feasible
     * @throws UnsupportedProblemException if the scenario is one that the model was not trained for
     */
    public boolean decide(Scenario scenario) {
        model.requireFits(scenario);
        situation.turnTo(scenario);
        Arrays.fill(sample, 0); // devices that the scenario does not have
        situation.describe(sample, 0);
        listener.ended(DecisionStage.FEATURES);
        pass.decide(sample, 0);
        listener.ended(DecisionStage.FORWARD);
        float[] decisions = pass.decisions();
        for (int k = 0; k < candidates.length; k++) {
            situation.decode(decisions, k * pass.stride(), candidates[k]);
        }
        listener.ended(DecisionStage.DECODE);
        best = pass.best(situation);
        listener.ended(DecisionStage.EVALUATE);
        return pass.leastViolation() <= 0;
    }

    @Override
    public int[] placement() {
        return candidates[best];
    }

    /** What a member proposed last; the array itself. */
    public int[] candidate(int member) {
        return candidates[member];
    }

    /** How many different placements were proposed last. O(K²·M). */
    public int distinctCandidates() {
        int distinct = 0;
        for (int k = 0; k < candidates.length; k++) {
            int same = 0;
            while (!Arrays.equals(candidates[same], candidates[k])) {
                same++;
            }
            distinct += same == k ? 1 : 0;
        }
        return distinct;
    }
}
