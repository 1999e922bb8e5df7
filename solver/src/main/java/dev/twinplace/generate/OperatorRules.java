package dev.twinplace.generate;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Adds the rules of an operator to a scenario: tight, but feasible, for a placement is planted that keeps all of them.
 *
 * <p>The planted server of each twin is drawn first. Servers are in the region {@code eu} or {@code us} by turns, and every third has
 * the label {@code gpu}. With four servers or more one is down. Capacities are 5 % above the planted loads, in whole MB. Of
 * the twins about a quarter require a label, a tenth are pinned, three in twenty may run on three servers only, as many not
 * on two, a fifth limit their latency to 1.3 times the planted one (not under contention), and three in twenty are optional.
 * Pairs of twins that must be together are a tenth of all twins.
 */
final class OperatorRules {
    private static final double SPARE = 1.05;
    private static final double LATENCY_MARGIN = 1.3;
    private static final double MAX_PENALTY = 40;

    private final Scenario plain;
    private final SplittableRandom random;
    private final int twins;
    private final int down;
    private final int[] planted;
    private final List<ServerConstraints> servers = new ArrayList<>();

    OperatorRules(Scenario plain, SplittableRandom random) {
        this.plain = plain;
        this.random = random;
        twins = plain.twins().size();
        int all = plain.servers().size();
        down = all >= 4 ? random.nextInt(all - 1) : -1;
        planted = new int[twins];
        for (int m = 0; m < twins; m++) {
            int drawn = random.nextInt(down < 0 ? all : all - 1);
            planted[m] = down >= 0 && drawn >= down ? drawn + 1 : drawn;
        }
        for (int s = 0; s < all; s++) {
            String region = s % 2 == 0 ? "eu" : "us";
            Set<String> labels = new LinkedHashSet<>(s % 3 == 0 ? List.of(region, "gpu") : List.of(region));
            servers.add(new ServerConstraints(labels, s == down ? ServerStatus.DOWN : ServerStatus.UP, Map.of()));
        }
    }

    Scenario scenario() {
        Outcome outcome = Outcome.of(plain, planted);
        int[] devices = new int[twins];
        plain.devices().forEach(device -> devices[device.twin()]++);
        List<TwinConstraints> rules = new ArrayList<>();
        for (int m = 0; m < twins; m++) {
            double seconds = devices[m] == 0 ? 0 : outcome.latencySeconds(m) / devices[m];
            rules.add(rules(planted[m], seconds));
        }
        Constraints constraints = new Constraints(true, servers, rules, groups(), List.of());
        return plain.with(withCapacities(), constraints);
    }

    private TwinConstraints rules(int server, double seconds) {
        boolean hasLabel = random.nextDouble() < 0.25;
        boolean isPinned = random.nextDouble() < 0.1;
        boolean isAllowed = random.nextDouble() < 0.15;
        boolean isForbidden = random.nextDouble() < 0.15;
        boolean isLimited = random.nextDouble() < 0.2 && plain.coupling() != Coupling.CONTENTION && seconds > 0;
        boolean isOptional = random.nextDouble() < 0.15;
        double penalty = random.nextDouble(MAX_PENALTY);
        List<String> labels = servers.get(server).labels().stream().sorted().toList();
        return new TwinConstraints(
                Map.of(),
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

    /** Twins that are planted on one server, two by two. */
    private List<TwinGroup> groups() {
        List<TwinGroup> groups = new ArrayList<>();
        boolean[] isGrouped = new boolean[twins];
        for (int m = 0; m < twins && groups.size() < twins / 20; m++) {
            for (int other = m + 1; other < twins && !isGrouped[m]; other++) {
                if (planted[other] == planted[m] && !isGrouped[other]) {
                    isGrouped[m] = true;
                    isGrouped[other] = true;
                    groups.add(new TwinGroup(
                            TwinGroup.Kind.TOGETHER,
                            List.of(plain.twins().get(m), plain.twins().get(other))));
                }
            }
        }
        return groups;
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
            limited.add(plain.servers().get(s).withCapacity(Math.ceil(SPARE * capacity)));
        }
        return limited;
    }
}
