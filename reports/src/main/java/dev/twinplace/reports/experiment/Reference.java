package dev.twinplace.reports.experiment;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The two ends of the scale on which a placement is judged: the optimum, and what drawing at random costs.
 *
 * @param optimum cost of a placement proven optimal; a lower bound where none is
 * @param isProven whether the optimum is one
 * @param random mean cost of random placements; NaN if none was within the capacities
 */
public record Reference(double optimum, boolean isProven, double random) {
    /** Nothing proven, nothing drawn. */
    public static final Reference NONE = new Reference(Double.NEGATIVE_INFINITY, false, Double.NaN);

    private static final int RANDOM_DRAWS = 100;
    private static final BudgetedSolver DEFAULT_PROVER = BudgetedSolver.of("auto@10s");
    private static final BudgetedSolver RANDOM = BudgetedSolver.of("random");

    /**
     * Proves the optimum with the default solver in 10 s, or the bound that it has then.
     *
     * @throws InfeasibleProblemException if it proves that there is no placement
     */
    public static Reference of(Question question) {
        return by(DEFAULT_PROVER, question);
    }

    /**
     * Proves the optimum, or a bound, with this solver; a bound, too, if it finds no placement in its budget.
     *
     * @throws InfeasibleProblemException if it proves that there is none
     */
    public static Reference by(BudgetedSolver exact, Question question) {
        SolveResult result = exact.solve(question, 0);
        if (result.status() == SolveStatus.INFEASIBLE) {
            throw new InfeasibleProblemException(exact.solverId());
        }
        boolean proven = result.status() == SolveStatus.OPTIMAL;
        return new Reference(boundOf(result), proven, meanRandomCost(question).orElse(Double.NaN));
    }

    /** What a result proves to be the least cost; if it proves its own placement optimal, that one's. */
    public static double boundOf(SolveResult result) {
        boolean exact =
                result.status() == SolveStatus.OPTIMAL && result.resolution().isEmpty();
        return exact ? result.cost() : result.lowerBound();
    }

    private static OptionalDouble meanRandomCost(Question question) {
        double sum = 0;
        int found = 0;
        for (int seed = 0; seed < RANDOM_DRAWS; seed++) {
            SolveResult result = RANDOM.solve(question, seed);
            if (result.placement().isPresent()) {
                sum += result.cost();
                found++;
            }
        }
        return found == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / found);
    }

    /** With what results on the same problem prove beyond it. */
    public Reference raisedBy(List<SolveResult> results) {
        double best = results.stream().mapToDouble(Reference::boundOf).reduce(optimum, Math::max);
        boolean proven = results.stream().anyMatch(result -> result.status() == SolveStatus.OPTIMAL);
        return new Reference(best, isProven || proven, random);
    }

    /** By which share of the optimum a cost exceeds it. */
    public double gap(double cost) {
        return (cost - optimum) / Math.abs(optimum);
    }

    /** As {@link #gap}, at least 0: a proven bound may exceed a cost by the tolerance of proofs. */
    public double gapAbove(double cost) {
        return Math.max(0, gap(cost));
    }
}
