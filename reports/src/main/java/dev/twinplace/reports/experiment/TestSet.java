package dev.twinplace.reports.experiment;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Problems and what is proven about each.
 *
 * @param instances at least one
 * @param references in their order
 */
public record TestSet(List<ProblemInstance> instances, List<Reference> references) {
    /** Proves the optima in the way that suits the problems. */
    public static TestSet of(List<ProblemInstance> instances) {
        return of(instances, Reference::of);
    }

    /** Proves them in this way. */
    public static TestSet of(List<ProblemInstance> instances, Function<PlacementProblem, Reference> proof) {
        return new TestSet(
                instances,
                instances.stream().map(ProblemInstance::problem).map(proof).toList());
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
    public Answers ask(LabelledSolver solver, long seed) {
        double[] costs = new double[instances.size()];
        boolean[] proven = new boolean[costs.length];
        for (int i = 0; i < costs.length; i++) {
            Optional<SolveResult> result = solver.solve(instances.get(i), seed + i);
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
