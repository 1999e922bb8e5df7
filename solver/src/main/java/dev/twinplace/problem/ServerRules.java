package dev.twinplace.problem;

import dev.twinplace.model.Device;
import dev.twinplace.model.OffloadingModel;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TransmissionTimes;
import dev.twinplace.model.TwinConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which rules of a scenario bar a twin from a server that it has for itself. Capacities and groups are not among them. */
public final class ServerRules {
    /** A rule about a twin and a server. */
    public enum Bar {
        /** The server takes no twins, or no new ones. */
        STATUS,
        /** The twin tolerates less latency. */
        LATENCY,
        /** The twin names servers that it must not run on. */
        FORBIDDEN,
        /** The twin names the servers that it may run on. */
        ALLOWED,
        /** The twin requires labels. */
        LABELS,
        /** The twin is pinned to another server. */
        PINNED
    }

    private final Scenario scenario;
    private final int[] current;
    private final int servers;
    private final double[] devices;
    private final double[] workMB;
    private final double[] slowest;

    private ServerRules(Scenario scenario, int[] current) {
        this.scenario = scenario;
        this.current = current;
        int twins = scenario.twins().size();
        servers = scenario.servers().size();
        devices = new double[twins];
        workMB = new double[twins];
        boolean limited = scenario.constraints().twins().stream()
                .anyMatch(twin -> twin.maxLatencySeconds() != Double.POSITIVE_INFINITY);
        slowest = new double[limited ? twins * servers : 0];
        if (limited) {
            gatherDevices();
        }
    }

    /**
     * The rules of a scenario. O(N·R) if a latency is limited, otherwise O(M).
     *
     * @param current index of the server that each twin runs on, or {@link Outcome#UNPLACED}; kept
     */
    public static ServerRules of(Scenario scenario, int[] current) {
        return new ServerRules(scenario, current);
    }

    private void gatherDevices() {
        TransmissionTimes times = TransmissionTimes.of(scenario);
        for (int n = 0; n < scenario.devices().size(); n++) {
            Device device = scenario.devices().get(n);
            devices[device.twin()]++;
            workMB[device.twin()] += device.workloadMB();
            for (int s = 0; s < servers; s++) {
                int cell = device.twin() * servers + s;
                slowest[cell] = Math.max(slowest[cell], times.seconds(n, s));
            }
        }
    }

    /** Whether no rule bars a twin from a server. */
    public boolean admits(int twin, int server) {
        ServerConstraints constraints = scenario.constraints().server(server);
        TwinConstraints rules = scenario.constraints().twin(twin);
        return isOpen(twin, server)
                && rules.admits(scenario.servers().get(server).id(), constraints.labels())
                && latencySeconds(twin, server) <= rules.maxLatencySeconds();
    }

    /** The rules that bar a twin from a server, in the order of {@link Bar}; none if it may run there. */
    public List<Bar> barring(int twin, int server) {
        TwinConstraints rules = scenario.constraints().twin(twin);
        String id = scenario.servers().get(server).id();
        List<Bar> bars = new ArrayList<>();
        addIf(!isOpen(twin, server), Bar.STATUS, bars);
        addIf(latencySeconds(twin, server) > rules.maxLatencySeconds(), Bar.LATENCY, bars);
        addIf(rules.forbiddenServers().contains(id), Bar.FORBIDDEN, bars);
        addIf(!rules.allowedServers().isEmpty() && !rules.allowedServers().contains(id), Bar.ALLOWED, bars);
        addIf(!missingLabels(twin, server).isEmpty(), Bar.LABELS, bars);
        addIf(rules.pinned().isPresent() && !rules.pinned().get().equals(id), Bar.PINNED, bars);
        return bars;
    }

    private static void addIf(boolean condition, Bar bar, List<Bar> bars) {
        if (condition) {
            bars.add(bar);
        }
    }

    private boolean isOpen(int twin, int server) {
        ServerStatus status = scenario.constraints().server(server).status();
        return status == ServerStatus.UP || (status == ServerStatus.DRAIN && server == current[twin]);
    }

    private Set<String> missingLabels(int twin, int server) {
        Set<String> missing = new TreeSet<>(scenario.constraints().twin(twin).requiredLabels());
        missing.removeAll(scenario.constraints().server(server).labels());
        return missing;
    }

    /**
     * T<sub>m</sub>/|I<sub>m</sub>| on a server that it does not share, in seconds; 0 if nothing limits it. Multiplied and
     * divided as in {@link Outcome} and its readers, so that a twin may have exactly the latency that an answer states.
     */
    public double latencySeconds(int twin, int server) {
        return isLimited(twin) ? latencySeconds(twin, server, workMB[twin]) : 0;
    }

    private boolean isLimited(int twin) {
        boolean limited = scenario.constraints().twin(twin).maxLatencySeconds() != Double.POSITIVE_INFINITY;
        return limited && devices[twin] > 0;
    }

    /** As above, where this work is executed before the twin has its results. Never falls as the work grows. */
    private double latencySeconds(int twin, int server, double executedMB) {
        Server at = scenario.servers().get(server);
        double execution = OffloadingModel.executionSeconds(scenario.parameters(), at, executedMB);
        return devices[twin] * (slowest[twin * servers + server] + execution) / devices[twin];
    }

    /**
     * The largest double of work, in MB, with which a server that executes all of it for all its twins keeps the twin's latency
     * limit: infinite if it does so with the work of all twins together, 0 if with none. O(64).
     */
    public double workLimitMB(int twin, int server) {
        double limit = scenario.constraints().twin(twin).maxLatencySeconds();
        double all = 2 * ProblemView.sum(workMB);
        if (!isLimited(twin) || latencySeconds(twin, server, all) <= limit) {
            return Double.POSITIVE_INFINITY;
        }
        long within = 0; // doubles that are not negative are ordered as their bits
        long beyond = Double.doubleToRawLongBits(all);
        while (beyond - within > 1) {
            long middle = within + (beyond - within) / 2;
            if (latencySeconds(twin, server, Double.longBitsToDouble(middle)) <= limit) {
                within = middle;
            } else {
                beyond = middle;
            }
        }
        return Double.longBitsToDouble(within);
    }

    /** Why a rule bars a twin from a server, in words that follow the name of the twin. */
    public String reason(Bar bar, int twin, int server) {
        TwinConstraints rules = scenario.constraints().twin(twin);
        String id = scenario.servers().get(server).id();
        return switch (bar) {
            case STATUS ->
                scenario.constraints().server(server).status() == ServerStatus.DOWN
                        ? "cannot run there while the server is down"
                        : "cannot start there while the server drains";
            case LATENCY ->
                String.format(
                        Locale.ROOT,
                        "tolerates a latency of %.4g s, and would have %.4g s",
                        rules.maxLatencySeconds(),
                        latencySeconds(twin, server));
            case FORBIDDEN -> "must not run on " + id;
            case ALLOWED -> "may run only on " + String.join(", ", rules.allowedServers());
            case LABELS -> "requires the label " + String.join(", ", missingLabels(twin, server));
            case PINNED -> "is pinned to " + rules.pinned().orElseThrow();
        };
    }
}
