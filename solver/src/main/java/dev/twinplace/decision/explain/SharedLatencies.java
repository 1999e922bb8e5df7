package dev.twinplace.decision.explain;

import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.OffloadingModel;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.problem.ServerRules;
import java.util.List;
import java.util.Optional;

/** Latencies on edge servers that twins share, with one more twin there. For words: whether a limit holds, solvers decide. */
final class SharedLatencies {
    private final Scenario scenario;
    private final ServerRules rules;
    private final int[] serverOf;
    private final double[] workMB;
    private final double[] workOnMB;

    /**
     * Of a placement.
     *
     * @param rules of the scenario, which know the latency of each twin on a server of its own
     * @param serverOf the server of each twin; kept
     */
    SharedLatencies(Scenario scenario, ServerRules rules, int[] serverOf) {
        this.scenario = scenario;
        this.rules = rules;
        this.serverOf = serverOf;
        workMB = new double[serverOf.length];
        workOnMB = new double[scenario.servers().size()];
        for (Device device : scenario.devices()) {
            workMB[device.twin()] += device.workloadMB();
        }
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] != Outcome.UNPLACED && !scenario.waits(m, serverOf[m])) {
                workOnMB[serverOf[m]] += workMB[m];
            }
        }
    }

    /**
     * The limit that is exceeded by most, relative to it, if these twins come to a server; empty if none is. O(M).
     *
     * @param twin of which the words are
     * @param moving itself and those that come with it
     */
    Optional<String> exceeded(int twin, List<Integer> moving, int server) {
        boolean isShared = scenario.coupling() == Coupling.CONTENTION
                && server < scenario.servers().size()
                && scenario.servers().get(server) instanceof EdgeServer;
        if (!isShared) {
            return Optional.empty();
        }
        double totalMB =
                workOnMB[server] + moving.stream().mapToDouble(m -> workMB[m]).sum();
        int worst = -1;
        double most = 1;
        for (int m = 0; m < serverOf.length; m++) {
            boolean isThere = (serverOf[m] == server && !scenario.waits(m, server)) || moving.contains(m);
            double excess = isThere ? seconds(m, server, totalMB) / limit(m) : 0;
            worst = excess > most ? m : worst;
            most = Math.max(most, excess);
        }
        return worst < 0 ? Optional.empty() : Optional.of(words(twin, worst, moving, seconds(worst, server, totalMB)));
    }

    private double limit(int twin) {
        return scenario.constraints().twin(twin).maxLatencySeconds();
    }

    /** 0 for a twin without a limit. */
    private double seconds(int twin, int server, double totalMB) {
        double alone = rules.latencySeconds(twin, server);
        Server at = scenario.servers().get(server);
        return alone == 0
                ? 0
                : alone + OffloadingModel.executionSeconds(scenario.parameters(), at, totalMB - workMB[twin]);
    }

    private String words(int twin, int worst, List<Integer> moving, double seconds) {
        String id = scenario.twins().get(worst);
        String subject =
                worst == twin ? "it" : id + (moving.contains(worst) ? ", which must be with it," : ", which is there,");
        return subject + " tolerates a latency of " + TwinChoices.number(limit(worst)) + " s, and would have "
                + TwinChoices.number(seconds) + " s";
    }
}
