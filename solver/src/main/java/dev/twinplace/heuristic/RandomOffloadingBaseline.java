package dev.twinplace.heuristic;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.ProblemView;
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
        while (!drawn && attempts < ATTEMPTS && goesOn(meter, attempts)) {
            drawn = draw(placement, random, meter, attempts);
            attempts++;
        }
        return attempts;
    }

    /** The first attempt is made on any budget. */
    private static boolean goesOn(BudgetMeter meter, int attemptsBefore) {
        return attemptsBefore == 0 || !meter.isSpent(attemptsBefore);
    }

    private static boolean draw(
            IncrementalCost placement, RandomGenerator random, BudgetMeter meter, int attemptsBefore) {
        ProblemView problem = placement.problem();
        for (int m = 0; m < problem.twins(); m++) {
            placement.move(m, IncrementalCost.UNPLACED);
        }
        for (int m = 0; m < problem.twins(); m++) {
            int server = drawServer(placement, m, random);
            if (server == IncrementalCost.UNPLACED || !goesOn(meter, attemptsBefore)) {
                return false;
            }
            placement.move(m, server);
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
