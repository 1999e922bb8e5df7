package dev.twinplace.ddl.paper;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.ddl.Situation;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import java.util.function.Consumer;

/**
 * A scenario to decide, in bits. The problem may be recompiled between decisions. Belongs to one thread; allocates nothing
 * after construction.
 */
final class PlacementSituation implements Situation {
    private final PlacementProblem problem;
    private final ServerCode code;
    private final IncrementalCost candidate;
    private final int[] serverOf;
    private final Consumer<int[]> labelRule;

    /** To be decided, not learnt from. */
    PlacementSituation(PlacementProblem problem, ServerCode code) {
        this(problem, code, serverOf -> {});
    }

    /** To be learnt from, after the rule has rewritten the label. */
    PlacementSituation(PlacementProblem problem, ServerCode code, Consumer<int[]> labelRule) {
        this.labelRule = labelRule;
        this.problem = problem;
        this.code = code;
        candidate = new IncrementalCost(problem);
        serverOf = new int[problem.twins()];
    }

    @Override
    public void describe(float[] sample, int at) {
        Scenario scenario = problem.scenario().orElseThrow();
        TwinFeatureExtractor.describe(scenario, sample, at);
    }

    @Override
    public double cost(float[] decision, int at) {
        consider(decision, at);
        return candidate.cost();
    }

    @Override
    public double violation(float[] decision, int at) {
        consider(decision, at);
        return candidate.overload();
    }

    /** Several codes stand for the same server: what is learnt is its index. */
    @Override
    public void canonicalise(float[] decision, int at) {
        code.decode(decision, at, serverOf);
        labelRule.accept(serverOf);
        code.encode(serverOf, decision, at);
    }

    /** Writes the placement that a decision stands for. */
    void decode(float[] decision, int at, int[] target) {
        code.decode(decision, at, target);
    }

    private void consider(float[] decision, int at) {
        code.decode(decision, at, serverOf);
        candidate.reset(serverOf);
    }
}
