package dev.twinplace.decision.explain;

import java.util.List;

/**
 * A twin that stays unplaced.
 *
 * @param twin id
 * @param reasons for the servers, the cheapest first: what it would cost there, and what is in the way
 */
public record UnplacedTwin(String twin, List<String> reasons) {
    public UnplacedTwin {
        reasons = List.copyOf(reasons);
    }
}
