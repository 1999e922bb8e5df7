package dev.twinplace.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an operator states about one twin beyond the paper's model. Servers are named by their ids.
 *
 * @param demands by the name of the resource, each >= 0; {@code workloadMB} replaces the sum of the devices' workloads as
 *     the demand for workload capacity
 * @param pinned the only server it may run on
 * @param allowedServers the servers it may run on; all if empty
 * @param forbiddenServers servers it must not run on
 * @param requiredLabels labels that its server must have, all of them
 * @param maxLatencySeconds > 0, the largest latency it tolerates; {@link Double#POSITIVE_INFINITY} if any
 * @param unplacedPenalty >= 0, what it costs to leave it unplaced; {@link Double#POSITIVE_INFINITY} if it must be placed
 * @param moveCost >= 0, what it costs to move it from the server it is on
 * @param onFailure what becomes of it when its server is down
 */
public record TwinConstraints(
        Map<String, Double> demands,
        Optional<String> pinned,
        List<String> allowedServers,
        List<String> forbiddenServers,
        List<String> requiredLabels,
        double maxLatencySeconds,
        double unplacedPenalty,
        OptionalDouble moveCost,
        FailurePolicy onFailure) {
    /** May run anywhere, at any latency, and must run. */
    public static final TwinConstraints NONE = new TwinConstraints(
            Map.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            OptionalDouble.empty(),
            FailurePolicy.MOVE);

    public TwinConstraints {
        demands = Collections.unmodifiableMap(new TreeMap<>(demands));
        allowedServers = unique("allowedServers", allowedServers);
        forbiddenServers = unique("forbiddenServers", forbiddenServers);
        requiredLabels = unique("requiredLabels", requiredLabels);
        demands.forEach((resource, demand) -> {
            Rules.id("demands", resource);
            Rules.notNegative("demands." + resource, demand);
        });
        if (maxLatencySeconds != Double.POSITIVE_INFINITY) {
            Rules.positive("maxLatencySeconds", maxLatencySeconds);
        }
        if (unplacedPenalty != Double.POSITIVE_INFINITY) {
            Rules.notNegative("unplacedPenalty", unplacedPenalty);
        }
        if (moveCost.isPresent()) {
            Rules.notNegative("moveCost", moveCost.getAsDouble());
        }
    }

    private static List<String> unique(String field, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            Rules.id(field + "[" + i + "]", ids.get(i));
            if (!seen.add(ids.get(i))) {
                throw new InvalidValueException(
                        field + "[" + i + "]", "must be unique, but " + ids.get(i) + " stands there twice");
            }
        }
        return List.copyOf(ids);
    }

    /** Whether it may be left unplaced, at a price. */
    public boolean isOptional() {
        return unplacedPenalty != Double.POSITIVE_INFINITY;
    }

    /** Whether pins, lists and labels let it run on a server; its status is another matter. */
    public boolean admits(String server, Set<String> labels) {
        return (pinned.isEmpty() || pinned.get().equals(server))
                && (allowedServers.isEmpty() || allowedServers.contains(server))
                && !forbiddenServers.contains(server)
                && labels.containsAll(requiredLabels);
    }
}
