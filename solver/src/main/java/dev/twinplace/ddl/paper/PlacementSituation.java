package dev.twinplace.ddl.paper;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.ddl.Situation;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;

/**
 * A scenario to decide, in bits. The problem may be recompiled between decisions. Belongs to one thread; allocates nothing
 * after construction.
 */
final class PlacementSituation implements Situation {
    private final PlacementProblem problem;
    private final ServerCode code;
    private final IncrementalCost candidate;
    private final int[] serverOf;

    PlacementSituation(PlacementProblem problem, ServerCode code) {
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
