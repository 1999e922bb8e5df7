package dev.twinplace.benchmarks;

import dev.twinplace.api.Budget;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.StageListener;
import dev.twinplace.decision.DecisionSession;
import dev.twinplace.model.Scenario;
import java.time.Duration;
import java.util.Set;

/** Decides scenarios of one size, one after the other, as a caller that decides repeatedly would: every solver in a session. */
final class Decider {
    /** They may otherwise take for ever. */
    private static final Set<String> PROVING = Set.of("branch-and-bound", "cp-sat");

    private static final Budget TIME_TO_PROVE = Budget.ofTime(Duration.ofSeconds(1));
    private static final long SEED = 1;

    private final DecisionSession session;
    private final Budget budget;

    private Decider(DecisionSession session, Budget budget) {
        this.session = session;
        this.budget = budget;
    }

    /** For scenarios of the same size as this one. */
    static Decider of(String solver, Scenario scenario, StageListener listener) {
        int twins = scenario.twins().size();
        int servers = scenario.servers().size();
        return new Decider(
                DecisionSession.open(Solvers.create(solver), twins, servers, listener),
                PROVING.contains(solver) ? TIME_TO_PROVE : Budget.UNLIMITED);
    }

    /** From a parsed scenario to a checked placement. Returns what it costs; infinite if there is none. */
    double decide(Scenario scenario) {
        session.decide(scenario, budget, SEED);
        return session.cost();
    }

    /** The placement decided last. */
    int[] placement() {
        return session.placement();
    }
}
