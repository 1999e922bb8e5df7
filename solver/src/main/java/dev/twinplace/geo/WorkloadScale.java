package dev.twinplace.geo;

import dev.twinplace.model.PaperDefaults;
import java.util.List;
import java.util.OptionalDouble;

/** From counts to workloads: linear, the smallest count to Table 2's smallest workload and the largest to its largest. */
final class WorkloadScale {
    private final double least;
    private final double most;

    /** The scale of these devices, as far as they have counts. */
    WorkloadScale(List<SurveyedDevice> devices) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (SurveyedDevice device : devices) {
            if (device.count().isPresent()) {
                smallest = Math.min(smallest, device.count().getAsDouble());
                largest = Math.max(largest, device.count().getAsDouble());
            }
        }
        least = smallest;
        most = largest;
    }

    /** Half-way between the extremes if all counts are equal; empty without a count. */
    OptionalDouble workloadMB(OptionalDouble count) {
        if (count.isEmpty()) {
            return OptionalDouble.empty();
        }
        double share = least == most ? 0.5 : (count.getAsDouble() - least) / (most - least);
        double range = PaperDefaults.MAX_WORKLOAD_MB - PaperDefaults.MIN_WORKLOAD_MB;
        return OptionalDouble.of(PaperDefaults.MIN_WORKLOAD_MB + range * share);
    }
}
