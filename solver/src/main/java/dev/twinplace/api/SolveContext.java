package dev.twinplace.api;

import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;
import java.time.Duration;
import java.util.Optional;

/**
 * One solve in progress, as one solver sees it: the problem, what may be spent, and the incumbent and lower bound that all
 * solvers of this solve share.
 *
 * <p>A solver cannot state a cost or a status. It offers placements, which pass the checker and are measured by definition,
 * and raises the bound; the status follows from the two. A bound that an incumbent refutes, or a proof of infeasibility
 * beside one, is an error of the solver and fails at once, so that no refuted proof becomes OPTIMAL.
 *
 * <p>Searches work on {@link #reduced()}; excesses and bounds here are in its terms. Thread-safe; the listener is told on the
 * thread that brought the improvement, one improvement at a time.
 */
public final class SolveContext {
    private final SolveRequest request;
    private final SolveState state;
    private final BudgetMeter meter;
    private final int threads;
    private final String solver;

    /**
     * Starts the clock, and opens the solve with what costs O(M·R): the separable bound, a proof of infeasibility where a twin
     * fits nowhere, and the start placement.
     */
    public SolveContext(SolveRequest request) {
        this.request = request;
        meter = new BudgetMeter(request.budget(), request.cancellation());
        threads = request.threads();
        solver = "";
        state = new SolveState(request.problem(), request.listener(), meter);
        SeparableRelaxation separable = state.separable();
        if (separable.lowerBound() == Double.POSITIVE_INFINITY) {
            proveInfeasible();
        } else {
            state.raiseBound(separable.lowerBound(), solver);
            request.start().ifPresent(start -> offer(start.toArray()));
        }
    }

    private SolveContext(SolveContext whole, String solver, BudgetMeter meter, int threads) {
        request = whole.request;
        state = whole.state;
        this.solver = solver;
        this.meter = meter;
        this.threads = threads;
    }

    /**
     * The same solve for one of several solvers that work on it, at the same time or in turn.
     *
     * @param name of that solver, kept with what it finds
     * @param limit of its time, from now on; nodes are not limited
     */
    public SolveContext part(String name, Duration limit, int threadsOfPart) {
        return new SolveContext(this, name, meter.endingAfter(limit), threadsOfPart);
    }

    /** What is to be solved. */
    public PlacementProblem problem() {
        return request.problem();
    }

    /** What the problem was compiled from, for solvers that see more than costs. */
    public Optional<Scenario> scenario() {
        return request.scenario();
    }

    /** The same without the offsets of the twins: what searches work on. */
    public PlacementProblem reduced() {
        return state.reduction().problem();
    }

    /** The reduction from {@link #problem} to {@link #reduced}. */
    public ReducedProblem reduction() {
        return state.reduction();
    }

    /** The relaxation of {@link #reduced} that gave the first bound. */
    public SeparableRelaxation separable() {
        return state.separable();
    }

    /** When an incumbent counts as optimal. */
    public Optimality optimality() {
        return state.optimality();
    }

    /** What this solver may spend. */
    public Budget budget() {
        return meter.budget();
    }

    /** The budget being spent. */
    public BudgetMeter meter() {
        return meter;
    }

    /** Ends the solve from outside. */
    public CancellationToken cancellation() {
        return request.cancellation();
    }

    /** Prices of an earlier solve, to start from and to replace. */
    public KeptPrices prices() {
        return request.prices();
    }

    /** For solvers that draw. */
    public long seed() {
        return request.seed();
    }

    /** How many threads this solver may use, at least 1. */
    public int threads() {
        return threads;
    }

    /** Whether nothing is left to do: the incumbent is proven optimal, or it is proven that there is no placement. */
    public boolean isSettled() {
        return state.isSettled();
    }

    /** Whether to stop before the next node: the solve is settled, or the budget is spent. */
    public boolean isOver(long nodesSpent) {
        return isSettled() || meter.isSpent(nodesSpent);
    }

    /** Whether no solver of this solve has asked this before: for work that one of them does for all. */
    public boolean isFirst(Object work) {
        return state.isFirst(work);
    }

    /**
     * Takes over a placement if it is complete, within all capacities and better than the incumbent.
     *
     * @param serverOf server of each twin; copied
     * @return whether it is the incumbent now
     */
    public boolean offer(int[] serverOf) {
        return state.offer(serverOf, solver);
    }

    /**
     * Raises the lower bound.
     *
     * @param bound at most the excess of any placement, rounding errors included; a lower one than before is ignored
     * @throws IllegalStateException if the incumbent refutes it
     */
    public void raiseBound(double bound) {
        state.raiseBound(bound, solver);
    }

    /** As {@link #raiseBound}, for a bound on costs that includes the offsets. */
    public void raiseCostBound(double bound) {
        raiseBound(reduction().excessBelow(bound));
    }

    /**
     * States that no placement is better than the incumbent.
     *
     * @throws IllegalStateException if there is none
     */
    public void proveIncumbent() {
        state.proveIncumbent(solver);
    }

    /**
     * States that no placement is within the capacities.
     *
     * @throws IllegalStateException if there is an incumbent
     */
    public void proveInfeasible() {
        state.proveInfeasible();
    }

    /** Adds steps of a search, in the solver's own unit, to those that the result states. */
    public void countNodes(long nodes) {
        state.countNodes(nodes);
    }

    /** States by how much the costs that the search sees can be off, for one that counts in units. */
    public void setResolution(double error) {
        state.setResolution(error);
    }

    public boolean hasIncumbent() {
        return excess() < Double.POSITIVE_INFINITY;
    }

    /** Of the incumbent; infinite if there is none. */
    public double excess() {
        return state.excess();
    }

    /** At most the excess of any placement. */
    public double lowerBound() {
        return state.lowerBound();
    }

    /** A copy of the incumbent, which exists. */
    public int[] incumbent() {
        return state.incumbent();
    }

    /** Whether the bound meets the incumbent. */
    public boolean isProven() {
        return state.isProven();
    }

    /** What is known now; at any time, from any thread. */
    public SolveResult result() {
        return state.result();
    }
}
