package dev.twinplace.geo;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Where an edge server can stand.
 *
 * @param id unique among the sites
 * @param place on Earth
 * @param clockGHz of its server, if known, > 0
 * @param capacityMB of its server, if known, >= 0
 * @param labels of its server
 * @param capacities of its server for further resources, by name, each >= 0; a resource that is not there is unlimited
 */
public record Site(
        String id,
        GeoPoint place,
        OptionalDouble clockGHz,
        OptionalDouble capacityMB,
        Set<String> labels,
        Map<String, Double> capacities) {
    public Site {
        capacities = Map.copyOf(capacities);
    }

    /** A site of which only the place is known. */
    public Site(String id, GeoPoint place) {
        this(id, place, OptionalDouble.empty(), OptionalDouble.empty(), Set.of(), Map.of());
    }
}
