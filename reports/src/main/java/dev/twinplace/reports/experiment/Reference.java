package dev.twinplace.reports.experiment;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * The two ends of the scale on which a placement is judged: the optimum, and what drawing at random costs.
 *
 * @param optimum cost of a placement proven optimal; a lower bound where none is
 * @param isProven whether the optimum is one
 * @param random mean cost of random placements
 */
public record Reference(double optimum, boolean isProven, double random) {
    private static final int RANDOM_DRAWS = 100;

    /** Larger ones are rarely proven, and {@code lagrangian} finds their bounds faster. */
    private static final int MAX_CELLS_TO_PROVE = 2000;

    private static final Budget TIME_TO_PROVE = Budget.ofTime(Duration.ofSeconds(10));
    private static final Budget TIME_TO_BOUND = Budget.ofTime(Duration.ofSeconds(2));

    /**
     * Proves the optimum with the exact solver that suits the problem, or a bound where the time for that is not enough.
     *
     * @throws InfeasibleProblemException if that solver proves that there is no placement
     */
    public static Reference of(PlacementProblem problem) {
        boolean small = (long) problem.twins() * problem.servers() <= MAX_CELLS_TO_PROVE;
        String exact = problem.isSeparable() ? "decomposition" : small ? "branch-and-bound" : "lagrangian";
        return by(exact, small ? TIME_TO_PROVE : TIME_TO_BOUND, problem);
    }

    /**
     * Proves the optimum, or a bound, with this solver; a bound, too, if it finds no placement in its budget.
     *
     * @throws InfeasibleProblemException if it proves that there is none
     */
    public static Reference by(String exact, Budget budget, PlacementProblem problem) {
        SolveResult result = Solvers.create(exact).solve(problem, budget, 0, IncumbentListener.NONE);
        if (result.status() == SolveStatus.INFEASIBLE) {
            throw new InfeasibleProblemException(exact);
        }
        boolean proven = result.status() == SolveStatus.OPTIMAL;
        double optimum = proven ? result.cost() : result.lowerBound();
        return new Reference(optimum, proven, meanRandomCost(problem).orElse(Double.NaN));
    }

    /** What a result proves to be the least cost; if it proves its own placement optimal, that one's. */
    public static double boundOf(SolveResult result) {
        boolean exact =
                result.status() == SolveStatus.OPTIMAL && result.resolution().isEmpty();
        return exact ? result.cost() : result.lowerBound();
    }

    private static OptionalDouble meanRandomCost(PlacementProblem problem) {
        PlacementSolver random = Solvers.create("random");
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
    public double gap(double cost) {
        return (cost - optimum) / Math.abs(optimum);
    }
}
