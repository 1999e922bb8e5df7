package dev.twinplace.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an operator states about one server beyond the paper's model.
 *
 * @param labels what twins may require of it, for example a region
 * @param status whether it takes twins
 * @param capacities of further resources by name, each >= 0; a resource that is not listed is unlimited here. The workload
 *     it can take is {@link Server#capacityMB()}
 */
public record ServerConstraints(Set<String> labels, ServerStatus status, Map<String, Double> capacities) {
    /** Up, without labels or capacities. */
    public static final ServerConstraints NONE = new ServerConstraints(Set.of(), ServerStatus.UP, Map.of());

    public ServerConstraints {
        labels = Collections.unmodifiableSet(new LinkedHashSet<>(labels));
        capacities = Collections.unmodifiableMap(new TreeMap<>(capacities));
        List<String> inOrder = List.copyOf(labels);
        for (int i = 0; i < inOrder.size(); i++) {
            Rules.id("labels[" + i + "]", inOrder.get(i));
        }
        capacities.forEach((resource, capacity) -> {
            Rules.id("capacities", resource);
            Rules.notNegative("capacities." + resource, capacity);
        });
    }
}
