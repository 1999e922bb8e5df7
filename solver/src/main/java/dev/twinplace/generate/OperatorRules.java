package dev.twinplace.generate;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Device;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Adds the rules of an operator to a scenario: tight, but feasible, for a placement is planted that keeps all of them.
 *
 * <p>The planted server of each twin is drawn first. Servers are in the region {@code eu} or {@code us} by turns, and every third has
 * the label {@code gpu}. With four servers or more one is down. Capacities are 5 % above the planted loads, in whole units. Of
 * the twins about a quarter require a label, a tenth are pinned, three in twenty may run on three servers only, as many not
 * on two, a fifth limit their latency to 1.3 times the planted one, and three in twenty are optional. Every twin demands {@code
 * memoryGB} if it is one of the resources, and of the others each with a probability of 0.7, in tenths of a unit. Pairs of
 * twins that must be together are a tenth of all twins, and one in three twins is in a separate group of two to four.
 */
final class OperatorRules {
    private static final double SPARE = 1.05;
    private static final double LATENCY_MARGIN = 1.3;
    private static final double MAX_PENALTY = 40;

    private final Scenario plain;
    private final SplittableRandom random;
    private final SplittableRandom groupRandom;
    private final FurtherResources further;
    private final int twins;
    private final int down;
    private final int[] planted;
    private final List<ServerConstraints> servers = new ArrayList<>();

    /** @param resources how many there are, the workload among them */
    OperatorRules(Scenario plain, int resources, SplittableRandom random) {
        this.plain = plain;
        this.random = random;
        groupRandom = random.split();
        twins = plain.twins().size();
        int all = plain.servers().size();
        down = all >= 4 ? random.nextInt(all - 1) : -1;
        planted = new int[twins];
        for (int m = 0; m < twins; m++) {
            int drawn = random.nextInt(down < 0 ? all : all - 1);
            planted[m] = down >= 0 && drawn >= down ? drawn + 1 : drawn;
        }
        further = new FurtherResources(resources - 1, twins, random.split());
        for (int s = 0; s < all; s++) {
            String region = s % 2 == 0 ? "eu" : "us";
            Set<String> labels = new LinkedHashSet<>(s % 3 == 0 ? List.of(region, "gpu") : List.of(region));
            servers.add(new ServerConstraints(
                    labels,
                    s == down ? ServerStatus.DOWN : ServerStatus.UP,
                    further.capacities(s, down, planted, all)));
        }
    }

    Scenario scenario() {
        Outcome outcome = Outcome.of(plain, planted);
        int[] devices = new int[twins];
        plain.devices().forEach(device -> devices[device.twin()]++);
        List<TwinConstraints> rules = new ArrayList<>();
        for (int m = 0; m < twins; m++) {
            double seconds = devices[m] == 0 ? 0 : outcome.latencySeconds(m) / devices[m];
            rules.add(rules(m, seconds));
        }
        List<TwinGroup> groups = new PlantedGroups(plain.twins(), planted, groupRandom).draw();
        Constraints constraints = new Constraints(true, servers, rules, groups, List.of());
        return plain.with(withCapacities(), constraints);
    }

    private TwinConstraints rules(int twin, double seconds) {
        int server = planted[twin];
        boolean hasLabel = random.nextDouble() < 0.25;
        boolean isPinned = random.nextDouble() < 0.1;
        boolean isAllowed = random.nextDouble() < 0.15;
        boolean isForbidden = random.nextDouble() < 0.15;
        boolean isLimited = random.nextDouble() < 0.2 && seconds > 0;
        boolean isOptional = random.nextDouble() < 0.15;
        double penalty = random.nextDouble(MAX_PENALTY);
        List<String> labels = servers.get(server).labels().stream().sorted().toList();
        return new TwinConstraints(
                further.demands(twin),
                isPinned ? Optional.of(id(server)) : Optional.empty(),
                isAllowed ? some(server, true) : List.of(),
                isForbidden ? some(server, false) : List.of(),
                hasLabel ? List.of(labels.get(random.nextInt(labels.size()))) : List.of(),
                isLimited ? LATENCY_MARGIN * seconds : Double.POSITIVE_INFINITY,
                isOptional ? penalty : Double.POSITIVE_INFINITY,
                OptionalDouble.empty(),
                FailurePolicy.MOVE);
    }

    private String id(int server) {
        return plain.servers().get(server).id();
    }

    /** Up to two servers other than this one, and this one too if asked for. */
    private List<String> some(int server, boolean withItself) {
        List<String> ids = new ArrayList<>();
        if (withItself) {
            ids.add(id(server));
        }
        for (int i = 0; i < 2; i++) {
            String other = id(random.nextInt(servers.size()));
            if (!other.equals(id(server)) && !ids.contains(other)) {
                ids.add(other);
            }
        }
        return ids;
    }

    private List<Server> withCapacities() {
        double[] load = new double[servers.size()];
        double total = 0;
        for (Device device : plain.devices()) {
            load[planted[device.twin()]] += device.workloadMB();
            total += device.workloadMB();
        }
        List<Server> limited = new ArrayList<>();
        for (int s = 0; s < load.length; s++) {
            double capacity = s == down ? total / load.length : load[s];
            limited.add(plain.servers().get(s).withCapacity(roomy(capacity)));
        }
        return limited;
    }

    /** A capacity that leaves some room, in whole units. */
    static double roomy(double load) {
        return Math.ceil(SPARE * load);
    }
}
