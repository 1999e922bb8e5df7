package dev.twinplace.exact.bound;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;

/**
 * Makes a part of a placement of where twins go at the present prices: each twin on its cheapest server, in the order of
 * what its second cheapest would cost it more, as long as there is room. O(M·log M).
 */
public final class PriceRounding {
    private final PlacementProblem problem;
    private final PriceRelaxation relaxation;
    private final int[] order;
    private final double[] eagerness;
    private final double[] load;
    /** Null without side constraints. */
    private final SideRoom room;

    public PriceRounding(PlacementProblem problem, PriceRelaxation relaxation) {
        this.problem = problem;
        this.relaxation = relaxation;
        order = new int[problem.twins()];
        eagerness = new double[problem.twins()];
        load = new double[problem.servers()];
        room = problem.side().isNone() ? null : new SideRoom(problem);
    }

    /** Writes the server of each twin, or {@link IncrementalCost#UNPLACED} where there was no more room. */
    public void round(int[] target) {
        Arrays.fill(load, 0);
        for (int m = 0; m < order.length; m++) {
            order[m] = m;
            eagerness[m] = -relaxation.regrets()[m];
        }
        DoubleArrays.quickSortIndirect(order, eagerness);
        for (int m : order) {
            int s = relaxation.choices()[m];
            boolean fits = load[s] + problem.demand(m, s) <= problem.loadLimit(s);
            target[m] = fits ? s : IncrementalCost.UNPLACED;
            load[s] += fits ? problem.demand(m, s) : 0;
        }
        if (room != null) {
            room.keepWhatFits(target, order);
        }
    }
}
