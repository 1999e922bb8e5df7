package dev.twinplace.ddl.price;

import dev.twinplace.api.DecisionStage;
import dev.twinplace.api.StageListener;
import dev.twinplace.cost.IncrementalCost;
import java.util.Arrays;

/** The placements that members' prices are decoded to, at most one for each member, and what they cost. */
final class PriceCandidates {
    private final PriceDecoder decoder;
    private final IncrementalCost placement;
    private final StageListener listener;
    private final int[][] serverOf;
    private final double[] costs;
    private final boolean[] decoded;

    /** Candidates of {@code members} networks; placements are decoded in {@code placement}. */
    PriceCandidates(PriceDecoder decoder, IncrementalCost placement, int members, StageListener listener) {
        this.decoder = decoder;
        this.placement = placement;
        this.listener = listener;
        serverOf = new int[members][placement.problem().twins()];
        costs = new double[members];
        decoded = new boolean[members];
    }

    /** Begins a decision. */
    void clear() {
        decoder.clear();
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Arrays.fill(decoded, false);
    }

    /** Decodes the last choice of the twins, made at this member's prices. */
    void decode(int member) {
        decoder.decode();
        listener.ended(DecisionStage.DECODE);
        decoder.repair();
        listener.ended(DecisionStage.REPAIR);
        decoded[member] = true;
        costs[member] = placement.overload() > 0 ? Double.POSITIVE_INFINITY : placement.cost();
        placement.copyTo(serverOf[member]);
        listener.ended(DecisionStage.EVALUATE);
    }

    /** The member of the cheapest feasible candidate that was not {@linkplain #take taken}, or -1. */
    int cheapest() {
        int cheapest = 0;
        for (int k = 1; k < costs.length; k++) {
            if (costs[k] < costs[cheapest]) {
                cheapest = k;
            }
        }
        return costs[cheapest] < Double.POSITIVE_INFINITY ? cheapest : -1;
    }

    /** Makes the placement that of a member, and strikes it off. */
    void take(int member) {
        costs[member] = Double.POSITIVE_INFINITY;
        placement.reset(serverOf[member]);
    }

    /** Pairs of a twin and a server that decoding and repair compared since {@link #clear}. */
    long looked() {
        return decoder.looked();
    }

    /** How many different ones there are. Compares each with each: not for hot paths. */
    int distinct() {
        int distinct = 0;
        for (int k = 0; k < serverOf.length; k++) {
            boolean seen = !decoded[k];
            for (int earlier = 0; earlier < k; earlier++) {
                seen |= decoded[earlier] && Arrays.equals(serverOf[k], serverOf[earlier]);
            }
            distinct += seen ? 0 : 1;
        }
        return distinct;
    }
}
