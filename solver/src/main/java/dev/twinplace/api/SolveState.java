package dev.twinplace.api;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ReducedProblem;
import java.util.HashSet;
import java.util.Set;

/** The one incumbent and the one lower bound of a solve, each with the name of the solver that it comes from. Thread-safe. */
final class SolveState {
    private final PlacementProblem problem;
    private final ReducedProblem reduced;
    private final SeparableRelaxation separable;
    private final Optimality optimality;
    private final IncumbentListener listener;
    private final BudgetMeter meter;
    private final CostEvaluator excessOf;
    private final int[] incumbent;
    private double excess = Double.POSITIVE_INFINITY;
    private double lowerBound;
    private String placementBy = "";
    private String boundBy = "";
    private boolean infeasible;
    private long nodes;
    private double resolution = Double.NaN;
    private Set<Object> begun = Set.of();

    /** The bound is 0: each twin costs at least what its cheapest server costs. O(M·R). */
    SolveState(PlacementProblem problem, IncumbentListener listener, BudgetMeter meter) {
        this.problem = problem;
        this.listener = listener;
        this.meter = meter;
        reduced = ReducedProblem.of(problem);
        separable = new SeparableRelaxation(reduced.problem());
        optimality = Optimality.of(reduced);
        excessOf = new CostEvaluator(reduced.problem());
        incumbent = new int[problem.twins()];
    }

    ReducedProblem reduction() {
        return reduced;
    }

    SeparableRelaxation separable() {
        return separable;
    }

    Optimality optimality() {
        return optimality;
    }

    synchronized boolean isFirst(Object work) {
        if (begun.isEmpty()) {
            begun = new HashSet<>();
        }
        return begun.add(work);
    }

    synchronized boolean offer(int[] serverOf, String solver) {
        PlacementChecker.requireComplete(problem, serverOf);
        double offered = excessOf.cost(serverOf);
        if (!(offered < excess) || !PlacementChecker.isFeasible(problem, serverOf)) {
            return false;
        }
        if (infeasible) {
            throw new IllegalStateException(
                    "a placement of excess cost " + offered + " refutes a proof of infeasibility");
        }
        System.arraycopy(serverOf, 0, incumbent, 0, incumbent.length);
        excess = offered;
        placementBy = solver;
        optimality.requireConsistent(excess, lowerBound);
        tell();
        return true;
    }

    synchronized void raiseBound(double bound, String solver) {
        double rounded = optimality.rounded(bound);
        if (rounded > lowerBound) {
            lowerBound = rounded;
            boundBy = solver;
            optimality.requireConsistent(excess, lowerBound);
            tell();
        }
    }

    synchronized void proveIncumbent(String solver) {
        if (!hasIncumbent()) {
            throw new IllegalStateException("called optimal, but there is no incumbent");
        }
        raiseBound(optimality.provenBound(excess), solver);
    }

    synchronized void proveInfeasible() {
        if (hasIncumbent()) {
            throw new IllegalStateException(
                    "called infeasible, but a placement of excess cost " + excess + " is known");
        }
        infeasible = true;
    }

    private void tell() {
        if (listener != IncumbentListener.NONE && hasIncumbent()) {
            double cost = new CostEvaluator(problem).cost(incumbent);
            listener.improved(cost, Math.min(cost, reduced.costBelow(lowerBound)), meter.elapsed());
        }
    }

    synchronized void countNodes(long more) {
        nodes += more;
    }

    synchronized void setResolution(double error) {
        resolution = error;
    }

    private boolean hasIncumbent() {
        return excess < Double.POSITIVE_INFINITY;
    }

    synchronized double excess() {
        return excess;
    }

    synchronized double lowerBound() {
        return lowerBound;
    }

    synchronized int[] incumbent() {
        if (!hasIncumbent()) {
            throw new IllegalStateException("there is no incumbent");
        }
        return incumbent.clone();
    }

    synchronized boolean isProven() {
        return hasIncumbent() && optimality.isProven(excess, lowerBound);
    }

    synchronized boolean isSettled() {
        return infeasible || isProven();
    }

    synchronized SolveResult result() {
        SolveResult result = status();
        return Double.isNaN(resolution) ? result : result.withResolution(resolution);
    }

    private SolveResult status() {
        if (infeasible) {
            return SolveResult.infeasible(nodes, meter.elapsed());
        }
        double bound = reduced.costBelow(lowerBound);
        if (!hasIncumbent()) {
            return SolveResult.unknown(bound, nodes, meter.elapsed());
        }
        double cost = new CostEvaluator(problem).cost(incumbent);
        PlacementChecker.check(problem, incumbent, cost, Math.min(bound, cost));
        return SolveResult.measured(incumbent, cost, bound, isProven(), nodes, meter.elapsed())
                .by(placementBy, boundBy);
    }
}
