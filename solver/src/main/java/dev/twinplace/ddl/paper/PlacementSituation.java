package dev.twinplace.ddl.paper;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.ddl.Situation;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.ProblemView;
import java.util.function.Consumer;

/** A scenario to decide, in bits, and the next one. Belongs to one thread; allocates nothing after construction. */
final class PlacementSituation implements Situation {
    private Scenario scenario;
    private final ServerCode code;
    private final IncrementalCost candidate;
    private final int[] serverOf;
    private final Consumer<int[]> labelRule;

    /** To be decided, not learnt from: scenarios {@linkplain #turnTo named} when they have been compiled into the view. */
    PlacementSituation(ProblemView problem, ServerCode code) {
        this(null, problem, code, serverOf -> {});
    }

    /** To be learnt from, after the rule has rewritten the label. */
    PlacementSituation(Scenario scenario, ProblemView problem, ServerCode code, Consumer<int[]> labelRule) {
        this.scenario = scenario;
        this.labelRule = labelRule;
        this.code = code;
        candidate = new IncrementalCost(problem);
        serverOf = new int[problem.twins()];
    }

    /** Names the scenario whose problem the view holds now. */
    void turnTo(Scenario next) {
        scenario = next;
    }

    @Override
    public void describe(float[] sample, int at) {
        DeviceExtractor.describe(scenario, sample, at);
    }

    @Override
    public double cost(float[] decision, int at) {
        code.decode(decision, at, serverOf);
        candidate.reset(serverOf);
        return candidate.cost();
    }

    @Override
    public double violation() {
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
}
