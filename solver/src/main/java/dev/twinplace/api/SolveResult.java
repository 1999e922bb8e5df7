package dev.twinplace.api;

import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a solver found and proved.
 *
 * <p>A solver cannot state a cost or a status: a {@link SolveContext} computes both, and its placements have passed the
 * checker.
 */
public final class SolveResult {
    private final SolveStatus status;
    private final Placement placement;
    private final double cost;
    private final double lowerBound;
    private final long nodes;
    private final Duration elapsed;
    private final OptionalDouble resolution;
    private final String placementBy;
    private final String boundBy;

    private SolveResult(
            SolveStatus status, Placement placement, double cost, double lowerBound, long nodes, Duration elapsed) {
        this(status, placement, cost, lowerBound, nodes, elapsed, OptionalDouble.empty(), "", "");
    }

    private SolveResult(
            SolveStatus status,
            Placement placement,
            double cost,
            double lowerBound,
            long nodes,
            Duration elapsed,
            OptionalDouble resolution,
            String placementBy,
            String boundBy) {
        this.status = status;
        this.placement = placement;
        this.cost = cost;
        this.lowerBound = lowerBound;
        this.nodes = nodes;
        this.elapsed = elapsed;
        this.resolution = resolution;
        this.placementBy = placementBy;
        this.boundBy = boundBy;
    }

    /**
     * A checked placement whose cost and status are known.
     *
     * @param serverOf server of each twin; copied
     * @param lowerBound at most the exact cost of any placement; {@link Double#NEGATIVE_INFINITY} if nothing is proven
     * @param nodes steps of the search, in the solver's own unit
     */
    static SolveResult measured(
            int[] serverOf, double cost, double lowerBound, boolean proven, long nodes, Duration elapsed) {
        SolveStatus status = proven ? SolveStatus.OPTIMAL : SolveStatus.FEASIBLE;
        return new SolveResult(status, Placement.of(serverOf), cost, Math.min(lowerBound, cost), nodes, elapsed);
    }

    /** No placement exists. */
    public static SolveResult infeasible(long nodes, Duration elapsed) {
        double none = Double.POSITIVE_INFINITY;
        return new SolveResult(SolveStatus.INFEASIBLE, null, none, none, nodes, elapsed);
    }

    /** No placement was found, and none is excluded. */
    public static SolveResult unknown(double lowerBound, long nodes, Duration elapsed) {
        return new SolveResult(SolveStatus.UNKNOWN, null, Double.POSITIVE_INFINITY, lowerBound, nodes, elapsed);
    }

    /** The same, by a solver that counts costs in units and may take a placement to be cheaper than it is, by this much. */
    public SolveResult withResolution(double error) {
        return new SolveResult(
                status, placement, cost, lowerBound, nodes, elapsed, OptionalDouble.of(error), placementBy, boundBy);
    }

    /** The same, found and proven by solvers of these names. */
    SolveResult by(String placementSolver, String boundSolver) {
        return new SolveResult(
                status, placement, cost, lowerBound, nodes, elapsed, resolution, placementSolver, boundSolver);
    }

    /**
     * The same with another placement that costs as much, to within rounding.
     *
     * @throws IllegalStateException if it exceeds a capacity or costs less than was proven possible
     * @throws IllegalArgumentException if it costs more
     */
    public SolveResult replacedBy(Placement other, PlacementProblem problem) {
        double otherCost = new CostEvaluator(problem).cost(other.toArray());
        if (!(otherCost - cost <= Optimality.RELATIVE * Math.abs(cost))) {
            throw new IllegalArgumentException("must cost " + cost + ", but costs " + otherCost);
        }
        double bound = Math.min(lowerBound, otherCost);
        PlacementChecker.check(problem, other, otherCost, bound);
        return new SolveResult(status, other, otherCost, bound, nodes, elapsed, resolution, placementBy, boundBy);
    }

    public SolveStatus status() {
        return status;
    }

    /** Present if and only if the status is {@code OPTIMAL} or {@code FEASIBLE}. */
    public Optional<Placement> placement() {
        return Optional.ofNullable(placement);
    }

    /** Of the placement, by definition; infinite without one. */
    public double cost() {
        return cost;
    }

    /** At most the cost of any placement; negative infinity if nothing is proven. */
    public double lowerBound() {
        return lowerBound;
    }

    /**
     * The proven optimality gap: by which share of the bound the cost exceeds it; 0 if they meet, infinite if there is no
     * placement or no bound.
     */
    public double gap() {
        if (status == SolveStatus.OPTIMAL) {
            return 0;
        }
        double excess = cost - lowerBound;
        return Double.isFinite(excess) ? excess / Math.abs(lowerBound) : Double.POSITIVE_INFINITY;
    }

    /** The id of the solver that found the placement, where several worked on the problem; otherwise empty. */
    public Optional<String> placementBy() {
        return Optional.of(placementBy).filter(name -> !name.isEmpty());
    }

    /** The id of the solver that proved the bound, where several worked on the problem; otherwise empty. */
    public Optional<String> boundBy() {
        return Optional.of(boundBy).filter(name -> !name.isEmpty());
    }

    /** Steps of the search: placements evaluated, tree nodes, moves; the solver says which. */
    public long nodes() {
        return nodes;
    }

    public Duration elapsed() {
        return elapsed;
    }

    /**
     * By how much the costs that the search saw can be off, for one that counts in units; 0 if not at all. The cost and the
     * bound stated here hold all the same.
     */
    public OptionalDouble resolution() {
        return resolution;
    }

    @Override
    public String toString() {
        return status + " cost " + cost + " bound " + lowerBound + " nodes " + nodes + " in " + elapsed;
    }
}
