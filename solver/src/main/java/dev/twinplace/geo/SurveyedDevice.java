package dev.twinplace.geo;

import dev.twinplace.model.InvalidValueException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A device at a known place.
 *
 * @param id unique among the devices
 * @param place on Earth
 * @param count what it counted, if known, >= 0; its workload grows with it
 * @param workloadMB if known, > 0; a count is then of no use
 * @param bandwidthMbps if known, > 0
 * @param demandMB its part in what its twin takes of a capacity, if that is not its workload, >= 0
 * @param demands its part in what its twin demands of further resources, by name, each >= 0
 * @param twin id of its twin, if known
 */
public record SurveyedDevice(
        String id,
        GeoPoint place,
        OptionalDouble count,
        OptionalDouble workloadMB,
        OptionalDouble bandwidthMbps,
        OptionalDouble demandMB,
        Map<String, Double> demands,
        Optional<String> twin) {
    /** A device of which only the place is known, and perhaps a count. */
    public SurveyedDevice(String id, GeoPoint place, OptionalDouble count) {
        this(
                id,
                place,
                count,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty());
    }

    public SurveyedDevice {
        demands = Map.copyOf(demands);
        if (count.isPresent() && !(count.getAsDouble() >= 0 && count.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new InvalidValueException("count", "must be >= 0 and finite, but was " + count.getAsDouble());
        }
    }
}
