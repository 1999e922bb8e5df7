package dev.twinplace.geo;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Device;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.TwinConstraints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which twins surveyed devices belong to: those that the survey names, in the order of their first device, or groups by place. */
final class SurveyedTwins {
    private final List<String> ids;
    private final int[] twinOf;

    private SurveyedTwins(List<String> ids, int[] twinOf) {
        this.ids = List.copyOf(ids);
        this.twinOf = twinOf;
    }

    /**
     * The twins of devices.
     *
     * @param twins how many groups to make where devices have no twins
     * @throws InvalidValueException if some have a twin and others none, or there are fewer devices than twins
     */
    static SurveyedTwins of(List<SurveyedDevice> devices, int twins, long seed) {
        long named =
                devices.stream().filter(device -> device.twin().isPresent()).count();
        if (named == 0) {
            int[] twinOf = TwinGrouping.group(
                    devices.stream().map(SurveyedDevice::place).toList(), twins, seed);
            return new SurveyedTwins(
                    IntStream.rangeClosed(1, twins).mapToObj(m -> "twin-" + m).toList(), twinOf);
        }
        if (named < devices.size()) {
            throw new InvalidValueException(
                    "twin", "must be known of all devices or none, but was of " + named + " of " + devices.size());
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] twinOf = devices.stream()
                .mapToInt(device -> numbers.computeIfAbsent(device.twin().orElseThrow(), id -> numbers.size()))
                .toArray();
        return new SurveyedTwins(new ArrayList<>(numbers.keySet()), twinOf);
    }

    List<String> ids() {
        return ids;
    }

    int twinOf(int device) {
        return twinOf[device];
    }

    /** Demands of capacities, other than the workload, as constraints of each twin; empty if there are none. */
    List<TwinConstraints> constraints(List<SurveyedDevice> surveyed, List<Device> devices) {
        double[] demandMB = new double[ids.size()];
        boolean[] isStated = new boolean[ids.size()];
        List<Map<String, Double>> demands = new ArrayList<>();
        ids.forEach(id -> demands.add(new TreeMap<>()));
        for (int n = 0; n < twinOf.length; n++) {
            int m = twinOf[n];
            SurveyedDevice device = surveyed.get(n);
            demandMB[m] += device.demandMB().orElse(devices.get(n).workloadMB());
            isStated[m] |= device.demandMB().isPresent();
            device.demands().forEach((resource, demand) -> demands.get(m).merge(resource, demand, Double::sum));
        }
        for (int m = 0; m < demandMB.length; m++) {
            if (isStated[m]) {
                demands.get(m).put(Constraints.WORKLOAD, demandMB[m]);
            }
        }
        return demands.stream().allMatch(Map::isEmpty)
                ? List.of()
                : demands.stream().map(SurveyedTwins::demanding).toList();
    }

    private static TwinConstraints demanding(Map<String, Double> demands) {
        TwinConstraints none = TwinConstraints.NONE;
        return new TwinConstraints(
                demands,
                none.pinned(),
                none.allowedServers(),
                none.forbiddenServers(),
                none.requiredLabels(),
                none.maxLatencySeconds(),
                none.unplacedPenalty(),
                none.moveCost(),
                none.onFailure());
    }
}
