package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The paper's Random Offloading (RO): every twin on a server drawn uniformly.
 *
 * <p>The paper has no capacities. With them, a twin draws among the servers that still have room, twins in index order;
 * where one finds no room, all is drawn again, up to {@value #ATTEMPTS} times.
 */
public final class RandomOffloadingBaseline extends Heuristic {
    private static final int ATTEMPTS = 100;

    @Override
    long place(IncrementalCost placement, BudgetMeter meter, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int attempts = 0;
        boolean drawn = false;
        while (!drawn && attempts < ATTEMPTS && !meter.isSpent(attempts)) {
            drawn = draw(placement, random);
            attempts++;
        }
        return attempts;
    }

    private static boolean draw(IncrementalCost placement, RandomGenerator random) {
        PlacementProblem problem = placement.problem();
        for (int m = 0; m < problem.twins(); m++) {
            placement.move(m, IncrementalCost.UNPLACED);
        }
        for (int m = 0; m < problem.twins(); m++) {
            int server = drawServer(placement, m, random);
            placement.move(m, server);
            if (server == IncrementalCost.UNPLACED) {
                return false;
            }
        }
        return true;
    }

    private static int drawServer(IncrementalCost placement, int twin, RandomGenerator random) {
        int chosen = IncrementalCost.UNPLACED;
        int candidates = 0;
        for (int s = 0; s < placement.problem().servers(); s++) {
            if (placement.fits(twin, s) && random.nextInt(++candidates) == 0) {
                chosen = s;
            }
        }
        return chosen;
    }
}
