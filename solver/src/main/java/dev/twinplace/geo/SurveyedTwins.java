package dev.twinplace.geo;

import dev.twinplace.model.Constraints;
import dev.twinplace.model.Device;
import dev.twinplace.model.InvalidValueException;
import dev.twinplace.model.TwinConstraints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Demands that are not the workload, as constraints of each twin; empty if there are none. */
    List<TwinConstraints> constraints(List<SurveyedDevice> surveyed, List<Device> devices) {
        double[] demandMB = new double[ids.size()];
        boolean[] isStated = new boolean[ids.size()];
        for (int n = 0; n < twinOf.length; n++) {
            demandMB[twinOf[n]] +=
                    surveyed.get(n).demandMB().orElse(devices.get(n).workloadMB());
            isStated[twinOf[n]] |= surveyed.get(n).demandMB().isPresent();
        }
        if (IntStream.range(0, isStated.length).noneMatch(m -> isStated[m])) {
            return List.of();
        }
        TwinConstraints[] constraints = new TwinConstraints[demandMB.length];
        Arrays.setAll(constraints, m -> isStated[m] ? demanding(demandMB[m]) : TwinConstraints.NONE);
        return List.of(constraints);
    }

    private static TwinConstraints demanding(double demandMB) {
        TwinConstraints none = TwinConstraints.NONE;
        return new TwinConstraints(
                Map.of(Constraints.WORKLOAD, demandMB),
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
