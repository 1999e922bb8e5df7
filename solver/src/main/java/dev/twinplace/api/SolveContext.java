package dev.twinplace.api;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;

/**
 * One solve in progress: the problem, the budget being spent, the one incumbent and the one lower bound, and the result.
 *
 * <p>A solver cannot state a cost or a status. It offers placements, which pass the checker and are measured by definition,
 * and raises the bound; the status follows from the two. A bound that an incumbent refutes, or a proof of infeasibility
 * beside one, is an error of the solver and fails at once, so that no refuted proof becomes OPTIMAL.
 *
 * <p>Searches work on {@link #reduced()}; excesses and bounds here are in its terms. Thread-safe; the listener is told on the
 * thread that brought the improvement, one improvement at a time.
 */
public final class SolveContext {
    private final PlacementProblem problem;
    private final ReducedProblem reduced;
    private final Optimality optimality;
    private final BudgetMeter meter;
    private final IncumbentListener listener;
    private final CostEvaluator excessOf;
    private final int[] incumbent;
    private double excess = Double.POSITIVE_INFINITY;
    private double lowerBound;

    /** Starts the clock. O(M·R). The bound is 0: each twin costs at least what its cheapest server costs. */
    public SolveContext(PlacementProblem problem, Budget budget, IncumbentListener listener) {
        this.meter = budget.start();
        this.problem = problem;
        this.listener = listener;
        reduced = ReducedProblem.of(problem);
        optimality = Optimality.of(reduced);
        excessOf = new CostEvaluator(reduced.problem());
        incumbent = new int[problem.twins()];
    }

    /** What is to be solved. */
    public PlacementProblem problem() {
        return problem;
    }

    /** The same without the offsets of the twins: what searches work on. */
    public PlacementProblem reduced() {
        return reduced.problem();
    }

    /** The reduction from {@link #problem} to {@link #reduced}. */
    public ReducedProblem reduction() {
        return reduced;
    }

    /** When an incumbent counts as optimal. */
    public Optimality optimality() {
        return optimality;
    }

    /** The budget being spent. */
    public BudgetMeter meter() {
        return meter;
    }

    /**
     * Takes over a placement if it is complete, within all capacities and better than the incumbent.
     *
     * @param serverOf server of each twin; copied
     * @return whether it is the incumbent now
     */
    public synchronized boolean offer(int[] serverOf) {
        PlacementChecker.requireComplete(problem, serverOf);
        double offered = excessOf.cost(serverOf);
        if (!(offered < excess) || !PlacementChecker.isFeasible(problem, serverOf)) {
            return false;
        }
        System.arraycopy(serverOf, 0, incumbent, 0, incumbent.length);
        excess = offered;
        optimality.requireConsistent(excess, lowerBound);
        tell();
        return true;
    }

    /**
     * Raises the lower bound.
     *
     * @param bound at most the excess of any placement, rounding errors included; a lower one than before is ignored
     * @throws IllegalStateException if the incumbent refutes it
     */
    public synchronized void raiseBound(double bound) {
        double rounded = optimality.rounded(bound);
        if (rounded > lowerBound) {
            lowerBound = rounded;
            optimality.requireConsistent(excess, lowerBound);
            tell();
        }
    }

    /** As {@link #raiseBound}, for a bound on costs that includes the offsets. */
    public void raiseCostBound(double bound) {
        raiseBound(reduced.excessBelow(bound));
    }

    /** States that no placement is better than the incumbent, which exists. */
    public synchronized void proveIncumbent() {
        raiseBound(optimality.provenBound(excess));
    }

    private void tell() {
        if (listener != IncumbentListener.NONE && hasIncumbent()) {
            double cost = new CostEvaluator(problem).cost(incumbent);
            listener.improved(cost, Math.min(cost, reduced.costBelow(lowerBound)), meter.elapsed());
        }
    }

    public synchronized boolean hasIncumbent() {
        return excess < Double.POSITIVE_INFINITY;
    }

    /** Of the incumbent; infinite if there is none. */
    public synchronized double excess() {
        return excess;
    }

    /** At most the excess of any placement. */
    public synchronized double lowerBound() {
        return lowerBound;
    }

    /** A copy of the incumbent, which exists. */
    public synchronized int[] incumbent() {
        if (!hasIncumbent()) {
            throw new IllegalStateException("there is no incumbent");
        }
        return incumbent.clone();
    }

    /** Whether the bound meets the incumbent. */
    public synchronized boolean isProven() {
        return hasIncumbent() && optimality.isProven(excess, lowerBound);
    }

    /** What is known now: a placement and its bound, or a bound alone. */
    public synchronized SolveResult result(long nodes) {
        double bound = reduced.costBelow(lowerBound);
        if (!hasIncumbent()) {
            return SolveResult.unknown(bound, nodes, meter.elapsed());
        }
        double cost = new CostEvaluator(problem).cost(incumbent);
        PlacementChecker.check(problem, incumbent, cost, Math.min(bound, cost));
        return SolveResult.measured(incumbent, cost, bound, isProven(), nodes, meter.elapsed());
    }

    /**
     * The result of a proof that no placement is within the capacities.
     *
     * @throws IllegalStateException if there is an incumbent
     */
    public synchronized SolveResult infeasible(long nodes) {
        if (hasIncumbent()) {
            throw new IllegalStateException(
                    "called infeasible, but a placement of excess cost " + excess + " is known");
        }
        return SolveResult.infeasible(nodes, meter.elapsed());
    }
}
