package dev.twinplace.heuristic;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.cost.SideLoads;
import dev.twinplace.cost.SidePenalty;
import java.util.Arrays;

/** What a placement exceeds side constraints by, server by server, in the units of {@link SideLoads}: 0 where there are none. */
final class SideOverload {
    private final SideLoads loads; // null without side constraints, like the next
    private final SidePenalty penalty;
    private final double[] overload;

    SideOverload(IncrementalCost placement) {
        loads = placement.sideLoads();
        penalty = loads == null ? null : SidePenalty.ofExcess(placement.problem(), loads);
        overload = new double[placement.problem().servers()];
    }

    /** Looks at the placement anew. O(limits exceeded). */
    void read() {
        if (loads != null) {
            Arrays.fill(overload, 0);
            loads.addOverloads(overload);
        }
    }

    /** When the placement was last looked at. */
    double of(int server) {
        return overload[server];
    }

    void setWeight(int server, double weight) {
        if (penalty != null) {
            penalty.setLevel(server, weight);
        }
    }

    /** What changes, times the server's weight, if a twin comes and another goes, either {@code -1} for none. */
    double weightedChange(int server, int in, int out) {
        return penalty == null ? 0 : penalty.change(server, in, out);
    }
}
