package dev.twinplace.ddl.paper;

import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.ddl.DecisionStage;
import dev.twinplace.ddl.EnsemblePass;
import dev.twinplace.ddl.StageListener;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.Arrays;

/** Lines 19 to 25 of Algorithm 1: decides scenarios, one after the other, without allocating. Belongs to one thread. */
public final class PaperDecision {
    /** In place of a member: every candidate exceeds a capacity. */
    public static final int NONE = -1;

    private final PaperModel model;
    private final StageListener listener;
    private final PlacementProblem problem;
    private final PlacementSituation situation;
    private final EnsemblePass pass;
    private final float[] sample;
    private final int[][] candidates;

    /** Makes room for problems of this one's size. */
    public PaperDecision(PaperModel model, PlacementProblem problem, Kernels kernels) {
        this(model, problem, kernels, StageListener.NONE);
    }

    /** As above; tells the listener when a stage ends. */
    public PaperDecision(PaperModel model, PlacementProblem problem, Kernels kernels, StageListener listener) {
        this.listener = listener;
        this.model = model;
        this.problem = problem;
        situation = new PlacementSituation(problem, model.code());
        pass = model.ensemble().newPass(kernels);
        sample = new float[model.ensemble().extractor().sampleLength()];
        candidates = new int[model.ensemble().members()][problem.twins()];
    }

    /** As {@link #decide()}, after the scenario was compiled into the problem. */
    public int decide(Scenario scenario) {
        model.requireFits(scenario);
        ScenarioCompiler.recompile(scenario, problem);
        listener.ended(DecisionStage.COMPILE);
        return decideCompiled(scenario);
    }

    /**
     * Lets each member propose a placement for the problem's own scenario.
     *
     * @return the member with the cheapest feasible one, the lowest among equals; {@link #NONE} if none is feasible
     * @throws UnsupportedProblemException if the problem is of no scenario, or of one that the model was not trained for
     */
    public int decide() {
        Scenario scenario = problem.scenario()
                .orElseThrow(() -> new UnsupportedProblemException(
                        "ddl-paper sees devices: it decides scenarios, and this problem is of none"));
        model.requireFits(scenario);
        return decideCompiled(scenario);
    }

    private int decideCompiled(Scenario scenario) {
        TwinFeatureExtractor.describe(scenario, sample, 0);
        listener.ended(DecisionStage.FEATURES);
        pass.decide(sample, 0);
        listener.ended(DecisionStage.FORWARD);
        float[] decisions = pass.decisions();
        for (int k = 0; k < candidates.length; k++) {
            situation.decode(decisions, k * pass.stride(), candidates[k]);
        }
        listener.ended(DecisionStage.DECODE);
        int best = pass.best(situation);
        boolean feasible = situation.violation(decisions, best * pass.stride()) <= 0;
        listener.ended(DecisionStage.EVALUATE);
        return feasible ? best : NONE;
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
