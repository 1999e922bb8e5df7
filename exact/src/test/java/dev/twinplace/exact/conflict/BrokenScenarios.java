package dev.twinplace.exact.conflict;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Scenarios of the profile operator, broken in one of several ways; most of them have no placement. */
final class BrokenScenarios {
    private static final int WAYS = 10;
    private static final int MAX_RESOURCES = 3;

    private BrokenScenarios() {}

    /** M twins on S servers, the cloud among them, with up to three resources. */
    static Scenario of(int twins, int servers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int way = random.nextInt(WAYS);
        Coupling coupling = way >= 8 ? Coupling.CONTENTION : Coupling.CAPACITY;
        int resources = way == 6 ? 2 + random.nextInt(2) : 1 + random.nextInt(MAX_RESOURCES);
        Scenario scenario = new ScenarioGenerator(
                        Profile.OPERATOR, coupling, twins, 8 * twins, servers - 1, 0.5, resources)
                .generate(random.nextLong());
        int victim = random.nextInt(servers);
        double factor = random.nextDouble(0.6, 0.97);
        return switch (way) {
            case 0 -> scenario.with(capacities(scenario, -1, factor), scenario.constraints());
            case 1 -> scenario.with(capacities(scenario, victim, 0.4 * factor), scenario.constraints());
            case 2 -> scenario.with(scenario.servers(), down(scenario, victim));
            case 3 -> scenario.with(scenario.servers(), pinned(scenario, victim, 3 + random.nextInt(8), random));
            case 4 -> scenario.with(scenario.servers(), labelled(scenario, random));
            case 5 -> scenario.with(scenario.servers(), hurried(scenario, 0.9, 1.6, random));
            case 6 ->
                scenario.with(scenario.servers(), shortOf(scenario, random.nextInt(2) == 0 ? -1 : victim, factor));
            case 7 -> scenario.with(scenario.servers(), separated(scenario, servers - 2 + random.nextInt(3), random));
            case 8 -> scenario.with(scenario.servers(), hurried(scenario, 1.5, 5, random));
            default -> scenario.with(capacities(scenario, -1, factor), hurried(scenario, 3, 9, random));
        };
    }

    /** One server's capacity, or those of all for −1, times a factor. */
    private static List<Server> capacities(Scenario scenario, int victim, double factor) {
        List<Server> servers = new ArrayList<>();
        for (int s = 0; s < scenario.servers().size(); s++) {
            Server server = scenario.servers().get(s);
            double capacity = victim < 0 || victim == s ? factor * server.capacityMB() : server.capacityMB();
            servers.add(server.withCapacity(capacity));
        }
        return servers;
    }

    private static Constraints constraints(
            Constraints old, List<ServerConstraints> servers, List<TwinConstraints> twins) {
        return new Constraints(old.capacitiesBind(), servers, twins, old.groups(), old.transmissions());
    }

    private static Constraints down(Scenario scenario, int victim) {
        List<ServerConstraints> servers = new ArrayList<>(scenario.constraints().servers());
        servers.set(
                victim,
                new ServerConstraints(
                        servers.get(victim).labels(),
                        ServerStatus.DOWN,
                        servers.get(victim).capacities()));
        return constraints(
                scenario.constraints(), servers, scenario.constraints().twins());
    }

    private static TwinConstraints twin(
            TwinConstraints old, Optional<String> pinned, List<String> labels, double limit) {
        return new TwinConstraints(
                old.demands(),
                pinned,
                List.of(),
                List.of(),
                labels,
                limit,
                old.unplacedPenalty(),
                old.moveCost(),
                old.onFailure());
    }

    /** Pins some twins without a group to one server. */
    private static Constraints pinned(Scenario scenario, int victim, int count, SplittableRandom random) {
        List<TwinConstraints> twins = new ArrayList<>(scenario.constraints().twins());
        String server = scenario.servers().get(victim).id();
        for (int i = 0; i < count; i++) {
            int m = random.nextInt(twins.size());
            if (!isTogether(scenario, m)) {
                twins.set(m, twin(twins.get(m), Optional.of(server), List.of(), Double.POSITIVE_INFINITY));
            }
        }
        return constraints(scenario.constraints(), scenario.constraints().servers(), twins);
    }

    private static boolean isTogether(Scenario scenario, int twin) {
        return scenario.constraints().groups().stream()
                .anyMatch(group -> group.kind() == TwinGroup.Kind.TOGETHER
                        && group.twins().contains(scenario.twins().get(twin)));
    }

    /** Most twins without a pin or group require one label. */
    private static Constraints labelled(Scenario scenario, SplittableRandom random) {
        List<TwinConstraints> twins = new ArrayList<>(scenario.constraints().twins());
        String label = List.of("eu", "us", "gpu").get(random.nextInt(3));
        for (int m = 0; m < twins.size(); m++) {
            if (!isTogether(scenario, m) && twins.get(m).pinned().isEmpty() && random.nextInt(4) > 0) {
                twins.set(
                        m,
                        twin(
                                twins.get(m),
                                Optional.empty(),
                                List.of(label),
                                twins.get(m).maxLatencySeconds()));
            }
        }
        return constraints(scenario.constraints(), scenario.constraints().servers(), twins);
    }

    /** Some twins without a pin or group tolerate less latency than most servers offer. */
    private static Constraints hurried(Scenario scenario, double least, double most, SplittableRandom random) {
        List<TwinConstraints> twins = new ArrayList<>(scenario.constraints().twins());
        for (int m = 0; m < twins.size(); m++) {
            if (!isTogether(scenario, m) && twins.get(m).pinned().isEmpty() && random.nextInt(3) > 0) {
                double limit = random.nextDouble(least, most);
                twins.set(m, twin(twins.get(m), Optional.empty(), twins.get(m).requiredLabels(), limit));
            }
        }
        return constraints(scenario.constraints(), scenario.constraints().servers(), twins);
    }

    /** Less of one further resource on one server, or on all for −1. */
    private static Constraints shortOf(Scenario scenario, int victim, double factor) {
        List<ServerConstraints> servers = new ArrayList<>(scenario.constraints().servers());
        for (int s = 0; s < servers.size(); s++) {
            ServerConstraints old = servers.get(s);
            Map<String, Double> capacities = new TreeMap<>(old.capacities());
            boolean isShort = victim < 0 || victim == s;
            capacities.computeIfPresent(
                    "memoryGB", (resource, capacity) -> isShort ? factor * factor * capacity : capacity);
            servers.set(s, new ServerConstraints(old.labels(), old.status(), capacities));
        }
        return constraints(
                scenario.constraints(), servers, scenario.constraints().twins());
    }

    /** One more group of twins that must be separate, with about as many as there are servers that take twins. */
    private static Constraints separated(Scenario scenario, int size, SplittableRandom random) {
        Set<String> members = new LinkedHashSet<>();
        while (members.size() < size) {
            int m = random.nextInt(scenario.twins().size());
            if (!isTogether(scenario, m)) {
                members.add(scenario.twins().get(m));
            }
        }
        Constraints old = scenario.constraints();
        List<TwinGroup> groups = new ArrayList<>(old.groups());
        groups.add(new TwinGroup(TwinGroup.Kind.SEPARATE, List.copyOf(members)));
        return new Constraints(old.capacitiesBind(), old.servers(), old.twins(), groups, old.transmissions());
    }
}
