package dev.twinplace.decision.replan;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.PlacementRules;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Why a twin moves, in plain words. */
final class MoveReasons {
    private static final MathContext DIGITS = new MathContext(3);

    private final ReplanProblem problem;
    private final Scenario scenario;
    private final List<BigDecimal> loadBefore;

    MoveReasons(ReplanProblem problem) {
        this.problem = problem;
        scenario = problem.previous().scenario();
        loadBefore = PlacementRules.loads(scenario, problem.previous().toArray(), Constraints.WORKLOAD);
    }

    /**
     * Why a twin moves or starts.
     *
     * @param server index of the server where it was, {@link Outcome#UNPLACED} if it had none or that is gone
     * @param saves see {@link Move#saves}
     * @param costs see {@link Move#costs}
     */
    String of(int twin, int server, double saves, double costs) {
        PreviousPlacement previous = problem.previous();
        String id = scenario.twins().get(twin);
        if (previous.isServerGone(twin)) {
            return previous.from(twin).orElseThrow() + " is gone";
        }
        if (server == Outcome.UNPLACED) {
            return previous.newTwins().contains(id) ? "is new" : "was unplaced";
        }
        if (problem.isForced(twin)) {
            return bar(twin, server);
        }
        String balance = "saves " + number(saves) + ", costs " + number(costs);
        if (saves > costs) {
            return balance;
        }
        boolean isOverloaded = scenario.isCapacitated()
                && loadBefore.get(server).doubleValue()
                        > scenario.servers().get(server).capacityMB();
        return (isOverloaded ? serverId(server) + " is overloaded" : "makes a better placement of others possible")
                + "; " + balance;
    }

    private String serverId(int server) {
        return scenario.servers().get(server).id();
    }

    private String bar(int twin, int s) {
        TwinConstraints rules = scenario.constraints().twin(twin);
        ServerConstraints state = scenario.constraints().server(s);
        Server server = scenario.servers().get(s);
        if (state.status() == ServerStatus.DOWN) {
            return server.id() + " is down";
        }
        if (rules.pinned().isPresent() && !rules.pinned().get().equals(server.id())) {
            return "is pinned to " + rules.pinned().get();
        }
        Set<String> missing = new TreeSet<>(rules.requiredLabels());
        missing.removeAll(state.labels());
        if (!missing.isEmpty()) {
            return server.id() + " does not have the label " + String.join(", ", missing);
        }
        if (!rules.admits(server.id(), state.labels())) {
            return "must not be on " + server.id();
        }
        if (scenario.isCapacitated() && problem.plain().demandMB(twin) > server.capacityMB()) {
            return "is too large for " + server.id();
        }
        return latencySeconds(twin, s) > rules.maxLatencySeconds()
                ? "is too slow on " + server.id()
                : "its group cannot be on " + server.id();
    }

    /** Of a twin that has a server to itself. O(N + M + R). */
    private double latencySeconds(int twin, int s) {
        int[] alone = new int[scenario.twins().size()];
        Arrays.fill(alone, Outcome.UNPLACED);
        alone[twin] = s;
        int devices = problem.plain().devices(twin);
        return devices == 0 ? 0 : Outcome.ofPartial(scenario, alone).latencySeconds(twin) / devices;
    }

    /** Three significant digits. */
    static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
