package dev.twinplace.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Twins that must share a server, or must not.
 *
 * @param twins ids, at least two, none twice
 */
public record TwinGroup(Kind kind, List<String> twins) {
    /** Which of the two. */
    public enum Kind {
        /** No two of them on one server. */
        SEPARATE,
        /** All of them on one server. */
        TOGETHER
    }

    public TwinGroup {
        twins = List.copyOf(twins);
        if (twins.size() < 2) {
            throw new InvalidValueException("twins", "must name at least two twins, but names " + twins.size());
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < twins.size(); i++) {
            if (!seen.add(twins.get(i))) {
                throw new InvalidValueException(
                        "twins[" + i + "]", "must be unique, but " + twins.get(i) + " stands there twice");
            }
        }
    }
}
