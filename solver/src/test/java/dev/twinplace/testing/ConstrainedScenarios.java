package dev.twinplace.testing;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Device;
import dev.twinplace.model.FailurePolicy;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.MeasuredTransmission;
import dev.twinplace.model.Outcome;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.ServerConstraints;
import dev.twinplace.model.ServerStatus;
import dev.twinplace.model.TwinConstraints;
import dev.twinplace.model.TwinGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/** {@link RandomScenarios} with every kind of constraint, of which some are met exactly. The same seed gives the same scenario. */
public final class ConstrainedScenarios {
    private ConstrainedScenarios() {}

    /** A random scenario with every kind of constraint. */
    public static Scenario of(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scenario plain = random.nextBoolean() ? RandomScenarios.of(seed) : inTenths(RandomScenarios.of(seed));
        boolean hasMemory = random.nextBoolean();
        List<ServerConstraints> servers = new ArrayList<>();
        for (int s = 0; s < plain.servers().size(); s++) {
            Set<String> labels = random.nextBoolean() ? Set.of("eu") : Set.of("eu", "gpu");
            boolean down = s > 0 && random.nextInt(5) == 0;
            Map<String, Double> capacities =
                    hasMemory && (s == 0 || random.nextInt(3) > 0) ? Map.of("memoryGB", tenths(random, 25)) : Map.of();
            servers.add(new ServerConstraints(labels, down ? ServerStatus.DOWN : ServerStatus.UP, capacities));
        }
        List<TwinConstraints> twins = new ArrayList<>();
        for (int m = 0; m < plain.twins().size(); m++) {
            twins.add(twin(plain, m, hasMemory, random));
        }
        List<TwinGroup> groups = groups(plain.twins(), random);
        List<MeasuredTransmission> measured = plain.devices().isEmpty()
                ? List.of()
                : List.of(new MeasuredTransmission(
                        plain.devices().get(0).id(), plain.servers().get(0).id(), random.nextDouble(5)));
        try {
            return with(plain, new Constraints(true, servers, twins, groups, measured));
        } catch (InvalidValueException e) { // members of a group that no server admits, or must not be together
            return with(plain, new Constraints(true, servers, twins, List.of(), measured));
        }
    }

    /** Decimals, whose sums round. */
    private static double tenths(SplittableRandom random, int bound) {
        return random.nextInt(bound) / 10.0;
    }

    private static Scenario inTenths(Scenario plain) {
        return new Scenario(
                plain.name(),
                plain.alpha(),
                plain.coupling(),
                plain.parameters(),
                plain.servers().stream()
                        .map(server -> server.withCapacity(server.capacityMB() / 10))
                        .toList(),
                plain.twins(),
                plain.devices().stream()
                        .map(each -> new Device(
                                each.id(),
                                each.twin(),
                                each.x(),
                                each.y(),
                                each.workloadMB() / 10,
                                each.bandwidthMbps()))
                        .toList());
    }

    private static List<TwinGroup> groups(List<String> twins, SplittableRandom random) {
        List<TwinGroup> groups = new ArrayList<>();
        if (twins.size() > 2 && random.nextBoolean()) {
            groups.add(new TwinGroup(TwinGroup.Kind.TOGETHER, List.of(twins.get(0), twins.get(2))));
        }
        while (twins.size() > 1 && random.nextInt(3) == 0) {
            int first = random.nextInt(twins.size() - 1);
            int end = first + 2 + random.nextInt(twins.size() - first - 1);
            groups.add(new TwinGroup(TwinGroup.Kind.SEPARATE, twins.subList(first, end)));
        }
        return groups;
    }

    private static TwinConstraints twin(Scenario plain, int m, boolean hasMemory, SplittableRandom random) {
        String any = plain.servers().get(random.nextInt(plain.servers().size())).id();
        Map<String, Double> demands = new HashMap<>();
        if (random.nextInt(4) == 0) {
            demands.put("workloadMB", 1.0 + random.nextInt(40));
        }
        if (hasMemory && random.nextInt(4) > 0) {
            demands.put("memoryGB", tenths(random, 12));
        }
        return new TwinConstraints(
                demands,
                random.nextInt(6) == 0 ? Optional.of(any) : Optional.empty(),
                List.of(),
                plain.servers().size() > 1 && random.nextInt(4) == 0
                        ? List.of(plain.servers().get(1).id())
                        : List.of(),
                random.nextInt(4) == 0 ? List.of("eu") : List.of(),
                random.nextInt(3) == 0 ? maxLatencySeconds(plain, m, random) : Double.POSITIVE_INFINITY,
                random.nextInt(3) == 0 ? random.nextDouble(50) : Double.POSITIVE_INFINITY,
                OptionalDouble.empty(),
                FailurePolicy.MOVE);
    }

    /** Any, or exactly what the twin has in some placement. */
    private static double maxLatencySeconds(Scenario plain, int m, SplittableRandom random) {
        int[] serverOf =
                random.ints(plain.twins().size(), 0, plain.servers().size()).toArray();
        double devices =
                plain.devices().stream().filter(device -> device.twin() == m).count();
        boolean any = devices == 0 || random.nextBoolean();
        return any ? random.nextDouble(0.1, 3) : Outcome.of(plain, serverOf).latencySeconds(m) / devices;
    }

    private static Scenario with(Scenario plain, Constraints constraints) {
        List<TwinConstraints> admitted = new ArrayList<>();
        for (TwinConstraints twin : constraints.twins()) {
            boolean contradicts = twin.pinned().isPresent()
                    && twin.forbiddenServers().contains(twin.pinned().get());
            admitted.add(contradicts ? TwinConstraints.NONE : twin);
        }
        return plain.with(
                plain.servers(),
                new Constraints(
                        true, constraints.servers(), admitted, constraints.groups(), constraints.transmissions()));
    }
}
