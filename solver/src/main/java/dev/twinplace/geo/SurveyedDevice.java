package dev.twinplace.geo;

import dev.twinplace.model.InvalidValueException;
import java.util.OptionalDouble;

/**
 * A device at a known place.
 *
 * @param id unique among the devices
 * @param place on Earth
 * @param count what it counted, if known, >= 0; its workload grows with it
 */
public record SurveyedDevice(String id, GeoPoint place, OptionalDouble count) {
    public SurveyedDevice {
        if (count.isPresent() && !(count.getAsDouble() >= 0 && count.getAsDouble() < Double.POSITIVE_INFINITY)) {
            throw new InvalidValueException("count", "must be >= 0 and finite, but was " + count.getAsDouble());
        }
    }
}
