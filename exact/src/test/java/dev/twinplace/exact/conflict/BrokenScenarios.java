package dev.twinplace.exact.conflict;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.CloudServer;
import dev.twinplace.model.Constraints;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Scenarios of the profile operator, broken in one of several ways; most of them have no placement. */
final class BrokenScenarios {
    private static final int WAYS = 6;

    private BrokenScenarios() {}

    /** M twins on S servers, the cloud among them. */
    static Scenario of(int twins, int servers, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scenario scenario = new ScenarioGenerator(
                        Profile.OPERATOR, Coupling.CAPACITY, twins, 8 * twins, servers - 1, 0.5)
                .generate(random.nextLong());
        int victim = random.nextInt(servers);
        double factor = random.nextDouble(0.6, 0.97);
        return switch (random.nextInt(WAYS)) {
            case 0 -> scenario.with(capacities(scenario, -1, factor), scenario.constraints());
            case 1 -> scenario.with(capacities(scenario, victim, 0.4 * factor), scenario.constraints());
            case 2 -> scenario.with(scenario.servers(), down(scenario, victim));
            case 3 -> scenario.with(scenario.servers(), pinned(scenario, victim, 3 + random.nextInt(8), random));
            case 4 -> scenario.with(scenario.servers(), labelled(scenario, random));
            default -> scenario.with(scenario.servers(), hurried(scenario, random));
        };
    }

    /** One server's capacity, or those of all for −1, times a factor. */
    private static List<Server> capacities(Scenario scenario, int victim, double factor) {
        List<Server> servers = new ArrayList<>();
        for (int s = 0; s < scenario.servers().size(); s++) {
            Server server = scenario.servers().get(s);
            double capacity = victim < 0 || victim == s ? factor * server.capacityMB() : server.capacityMB();
            servers.add(
                    server instanceof EdgeServer edge
                            ? new EdgeServer(
                                    edge.id(),
                                    edge.x(),
                                    edge.y(),
                                    edge.clockGHz(),
                                    edge.transmitMilliJoulePerMB(),
                                    edge.computeMilliJoulePerGigaInstruction(),
                                    capacity)
                            : new CloudServer(
                                    server.id(),
                                    server.clockGHz(),
                                    server.transmitMilliJoulePerMB(),
                                    server.computeMilliJoulePerGigaInstruction(),
                                    capacity));
        }
        return servers;
    }

    private static Constraints constraints(
            Constraints old, List<ServerConstraints> servers, List<TwinConstraints> twins) {
        return new Constraints(old.capacitiesBind(), servers, twins, old.groups(), old.transmissions());
    }

    private static Constraints down(Scenario scenario, int victim) {
        List<ServerConstraints> servers = new ArrayList<>(scenario.constraints().servers());
        servers.set(victim, new ServerConstraints(servers.get(victim).labels(), ServerStatus.DOWN, Map.of()));
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
            if (!isGrouped(scenario, m)) {
                twins.set(m, twin(twins.get(m), Optional.of(server), List.of(), Double.POSITIVE_INFINITY));
            }
        }
        return constraints(scenario.constraints(), scenario.constraints().servers(), twins);
    }

    private static boolean isGrouped(Scenario scenario, int twin) {
        return scenario.constraints().groups().stream()
                .anyMatch(group -> group.twins().contains(scenario.twins().get(twin)));
    }

    /** Most twins without a pin or group require one label. */
    private static Constraints labelled(Scenario scenario, SplittableRandom random) {
        List<TwinConstraints> twins = new ArrayList<>(scenario.constraints().twins());
        String label = List.of("eu", "us", "gpu").get(random.nextInt(3));
        for (int m = 0; m < twins.size(); m++) {
            if (!isGrouped(scenario, m) && twins.get(m).pinned().isEmpty() && random.nextInt(4) > 0) {
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
    private static Constraints hurried(Scenario scenario, SplittableRandom random) {
        List<TwinConstraints> twins = new ArrayList<>(scenario.constraints().twins());
        for (int m = 0; m < twins.size(); m++) {
            if (!isGrouped(scenario, m) && twins.get(m).pinned().isEmpty() && random.nextInt(3) > 0) {
                double limit = random.nextDouble(0.9, 1.6);
                twins.set(m, twin(twins.get(m), Optional.empty(), twins.get(m).requiredLabels(), limit));
            }
        }
        return constraints(scenario.constraints(), scenario.constraints().servers(), twins);
    }
}
