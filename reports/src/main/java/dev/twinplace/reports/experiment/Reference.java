package dev.twinplace.reports.experiment;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.SolverOptions;
import dev.twinplace.api.Solvers;
import dev.twinplace.problem.PlacementProblem;
import java.util.OptionalDouble;

/**
 * The two ends of the scale on which a placement is judged: the proven optimum, and what drawing at random costs.
 *
 * @param optimum cost of a placement proven optimal
 * @param random mean cost of random placements
 */
record Reference(double optimum, double random) {
    private static final int RANDOM_DRAWS = 100;

    /**
     * Proves the optimum with whichever exact solver can.
     *
     * @throws IllegalStateException if the problem has no placement
     */
    static Reference of(PlacementProblem problem) {
        String exact = problem.isSeparable() ? "decomposition" : "branch-and-bound";
        SolveResult result = Solvers.create(exact, SolverOptions.DEFAULT).solve(problem);
        if (result.status() != SolveStatus.OPTIMAL) {
            throw new IllegalStateException(exact + " proved no optimum: " + result);
        }
        return new Reference(result.cost(), meanRandomCost(problem).orElse(Double.NaN));
    }

    private static OptionalDouble meanRandomCost(PlacementProblem problem) {
        PlacementSolver random = Solvers.create("random", SolverOptions.DEFAULT);
        double sum = 0;
        int found = 0;
        for (int seed = 0; seed < RANDOM_DRAWS; seed++) {
            SolveResult result = random.solve(problem, Budget.UNLIMITED, seed, IncumbentListener.NONE);
            if (result.placement().isPresent()) {
                sum += result.cost();
                found++;
            }
        }
        return found == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / found);
    }

    /** By which share of the optimum a cost exceeds it. */
    double gap(double cost) {
        return (cost - optimum) / Math.abs(optimum);
    }
}
