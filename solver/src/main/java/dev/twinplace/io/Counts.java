package dev.twinplace.io;

import java.util.Map;
import java.util.OptionalDouble;

/** What sensors counted in one hour. */
public final class Counts {
    private final String source;
    private final Map<String, OptionalDouble> bySensor;

    Counts(String source, Map<String, OptionalDouble> bySensor) {
        this.source = source;
        this.bySensor = Map.copyOf(bySensor);
    }

    String source() {
        return source;
    }

    boolean has(String sensor) {
        return bySensor.containsKey(sensor);
    }

    /** What a sensor counted; empty if it has no column, or nothing in it for that hour. */
    public OptionalDouble of(String sensor) {
        return bySensor.getOrDefault(sensor, OptionalDouble.empty());
    }
}
