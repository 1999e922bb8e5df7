package dev.twinplace.reports.experiment;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Questions and what is proven about each.
 *
 * @param questions at least one
 * @param references in their order
 */
public record TestSet(List<Question> questions, List<Reference> references) {
    /** Proves the optima with the default solver. */
    public static TestSet of(List<? extends Question> questions) {
        return of(questions, Reference::of);
    }

    /** Proves them in this way. */
    public static TestSet of(List<? extends Question> questions, Function<Question, Reference> proof) {
        return new TestSet(List.copyOf(questions), questions.stream().map(proof).toList());
    }

    /** How many of the references are only bounds. */
    public long unproven() {
        return references.stream().filter(reference -> !reference.isProven()).count();
    }

    /** What the optima cost. */
    public double[] optima() {
        return references.stream().mapToDouble(Reference::optimum).toArray();
    }

    /** What a solver answers. The seed is that of draws on the first problem, the next have the next. */
    public Answers ask(BudgetedSolver solver, long seed) {
        double[] costs = new double[questions.size()];
        boolean[] proven = new boolean[costs.length];
        for (int i = 0; i < costs.length; i++) {
            Optional<SolveResult> result = solver.trySolve(questions.get(i), seed + i);
            costs[i] = result.map(SolveResult::cost).orElse(Double.POSITIVE_INFINITY);
            proven[i] = result.map(each -> each.status() == SolveStatus.OPTIMAL).orElse(false);
        }
        return new Answers(solver.label(), references, costs, proven);
    }

    /** What placements from elsewhere cost, infinite where there is none. */
    public Answers judge(String label, double[] costs) {
        return new Answers(label, references, costs, new boolean[costs.length]);
    }
}
