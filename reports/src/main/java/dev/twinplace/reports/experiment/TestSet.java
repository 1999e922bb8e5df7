package dev.twinplace.reports.experiment;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Questions and what is proven about each.
 *
 * @param questions at least one
 * @param references in their order
 */
public record TestSet(List<Question> questions, List<Reference> references) {
    /** The status of a problem that a solver is not made for. */
    static final String UNSUPPORTED = "UNSUPPORTED";

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
        String[] statuses = new String[costs.length];
        for (int i = 0; i < costs.length; i++) {
            Optional<SolveResult> result = solver.trySolve(questions.get(i), seed + i);
            costs[i] = result.map(SolveResult::cost).orElse(Double.POSITIVE_INFINITY);
            statuses[i] = result.map(each -> each.status().name()).orElse(UNSUPPORTED);
        }
        return new Answers(solver.label(), references, costs, statuses);
    }

    /** What placements from elsewhere cost, infinite where there is none. */
    public Answers judge(String label, double[] costs) {
        return judge(label, costs, i -> Double.isFinite(costs[i]) ? SolveStatus.FEASIBLE : SolveStatus.UNKNOWN);
    }

    /** The optima as answers; bounds where they are not proven. */
    public Answers judgeOptima(String label) {
        return judge(label, optima(), i -> references.get(i).isProven() ? SolveStatus.OPTIMAL : SolveStatus.UNKNOWN);
    }

    private Answers judge(String label, double[] costs, IntFunction<SolveStatus> status) {
        String[] statuses = new String[costs.length];
        Arrays.setAll(statuses, i -> status.apply(i).name());
        return new Answers(label, references, costs, statuses);
    }
}
