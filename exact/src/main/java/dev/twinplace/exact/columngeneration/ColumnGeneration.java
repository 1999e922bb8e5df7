package dev.twinplace.exact.columngeneration;

import dev.twinplace.api.SolveContext;
import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.lagrangian.PriceSearch;
import dev.twinplace.problem.PlacementProblem;

/** Climbs and dives by turns, on one master program. */
final class ColumnGeneration implements AutoCloseable {
    private static final int STEPS_PER_ROUND = 60;
    private static final int MAX_DISCREPANCY = 2;

    /** Columns for each row of the master program before a round; with more, the best half is kept. */
    private static final int MAX_COLUMNS_PER_ROW = 4;

    private final SolveContext context;
    private final PriceSearch prices;
    private final AssignmentRelaxation relaxation;
    private final int rows;
    private final MasterProgram master;
    private final BoxStep climb;
    private final Dive dive;
    private double lastExcess = Double.POSITIVE_INFINITY;

    /** Goes on from prices of twins that have climbed. */
    ColumnGeneration(SolveContext context, PriceSearch prices) {
        this.context = context;
        this.prices = prices;
        relaxation = prices.relaxation();
        PlacementProblem problem = context.reduced();
        rows = problem.twins() + problem.servers();
        double magnitude = problem.costMagnitude();
        master = new MasterProgram(problem.twins(), problem.servers(), magnitude > 0 ? magnitude / problem.twins() : 1);
        climb = new BoxStep(context, prices, relaxation, master);
        dive = new Dive(prices, relaxation, problem.servers(), master, climb);
    }

    /** Works until the solve is over, for so many rounds at most, or until GLOP fails. */
    void run(int maxRounds) {
        for (int round = 0; round < maxRounds && goesOn(); round++) {
            boolean isBest = climb.climb(STEPS_PER_ROUND);
            if (isBest && context.excess() < lastExcess) {
                exclude();
            }
            if (goesOn()) {
                dive.search(Math.min(round, MAX_DISCREPANCY), 2 * round);
            }
            if (goesOn()) {
                prices.relaxation();
                prepare();
            }
        }
    }

    private boolean goesOn() {
        return prices.goesOn() && !climb.hasFailed() && !relaxation.domains().isContradiction();
    }

    /** At the best prices, once for each incumbent: then prices for what is left. */
    private void exclude() {
        if (!climb.evaluateBest()) {
            return;
        }
        lastExcess = context.excess();
        prices.excludeMore();
        if (relaxation.domains().isContradiction()) {
            prices.raiseBoundToExcluded();
        } else {
            master.restrict(relaxation.domains());
            climb.climb(STEPS_PER_ROUND);
        }
    }

    private void prepare() {
        if (master.size() > MAX_COLUMNS_PER_ROW * rows) {
            master.keepBest(MAX_COLUMNS_PER_ROW * rows / 2);
        }
        master.restrict(relaxation.domains());
    }

    /** Makes a call of GLOP end, from any thread. */
    void interrupt() {
        master.interrupt();
    }

    @Override
    public void close() {
        master.close();
    }
}
