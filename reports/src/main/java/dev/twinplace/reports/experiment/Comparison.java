package dev.twinplace.reports.experiment;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import dev.twinplace.reports.experiment.SolverScore.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs solvers on problems whose optimum is proven first where it can be, one at a time, and scores them.
 *
 * <p>A decision is timed {@value #REPETITIONS} times and its fastest run counts, which keeps most of the compiler's
 * warm-up and the machine's noise out; runs beyond {@value #LONG_MICROS} µs are not repeated. These are indications for a
 * table: percentiles of decision latency are what the JMH benchmarks are for.
 */
public final class Comparison {
    private static final int REPETITIONS = 20;
    private static final double LONG_MICROS = 20_000;

    private final List<LabelledSolver> solvers;
    private final long seed;
    private final Consumer<String> progress;

    /**
     * Sets up a comparison.
     *
     * @param solvers in the order of the result, each with the budget for a decision
     * @param seed of solvers that draw, on the first problem of a group; the next have the next seeds
     * @param progress told once per group for the optima and once per group and solver
     */
    public Comparison(List<LabelledSolver> solvers, long seed, Consumer<String> progress) {
        this.solvers = List.copyOf(solvers);
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * What one solver answered on one problem.
     *
     * @param group that the problem is of
     * @param index of the problem in its group
     * @param solver its label
     * @param reference what the answer is compared with
     * @param result of the last run
     * @param micros time of the fastest run
     */
    public record Row(
            ProblemGroup group, int index, String solver, Reference reference, SolveResult result, double micros) {
        public PlacementProblem problem() {
            return group.instances().get(index).problem();
        }

        /** To the reference; NaN without a placement. */
        public double gap() {
            return result.placement().isPresent() ? reference.gap(result.cost()) : Double.NaN;
        }

        private Sample sample() {
            return new Sample(reference, result.cost(), result.status() == SolveStatus.OPTIMAL, micros);
        }
    }

    /**
     * What came out.
     *
     * @param scores in the order of the solvers, of those that could take every problem
     * @param rows an answer each, by group, solver and problem
     * @param unproven problems whose optimum could not be proven: their gaps are to a lower bound
     */
    public record Result(List<SolverScore> scores, List<Row> rows, int unproven) {
        /** Whether solvers were asked and none found a placement for any of the problems. */
        public boolean isUnanswered() {
            return !scores.isEmpty() && scores.stream().allMatch(score -> score.answered() == 0);
        }
    }

    /**
     * Scores every solver over all problems of the groups together. A solver that cannot take one of the sizes has no
     * score.
     *
     * @throws InfeasibleProblemException if a problem is proven to have no placement
     */
    public Result run(List<ProblemGroup> groups) {
        int unproven = 0;
        List<Row> rows = new ArrayList<>();
        for (ProblemGroup group : groups) {
            List<Reference> references = group.instances().stream()
                    .map(each -> Reference.of(each.problem()))
                    .toList();
            unproven += (int) references.stream()
                    .filter(reference -> !reference.isProven())
                    .count();
            progress.accept("optima");
            for (LabelledSolver solver : solvers) {
                for (int i = 0; i < references.size(); i++) {
                    measure(solver, group, i, references.get(i)).ifPresent(rows::add);
                }
                progress.accept(solver.label());
            }
        }
        int problems =
                groups.stream().mapToInt(group -> group.instances().size()).sum();
        return new Result(scores(rows, problems), rows, unproven);
    }

    private List<SolverScore> scores(List<Row> rows, int problems) {
        List<SolverScore> scores = new ArrayList<>();
        for (LabelledSolver solver : solvers) {
            Sample[] samples = rows.stream()
                    .filter(row -> row.solver().equals(solver.label()))
                    .map(Row::sample)
                    .toArray(Sample[]::new);
            if (samples.length == problems) {
                scores.add(SolverScore.of(solver.label(), samples));
            }
        }
        return scores;
    }

    private Optional<Row> measure(LabelledSolver solver, ProblemGroup group, int index, Reference reference) {
        ProblemInstance instance = group.instances().get(index);
        double fastest = Double.POSITIVE_INFINITY;
        SolveResult last = null;
        for (int i = 0; i < REPETITIONS && (last == null || fastest <= LONG_MICROS); i++) {
            Optional<SolveResult> result = solver.solve(instance, seed + index);
            if (result.isEmpty()) {
                return Optional.empty();
            }
            last = result.get();
            fastest = Math.min(fastest, last.elapsed().toNanos() / 1e3);
        }
        return Optional.of(new Row(group, index, solver.label(), reference, last, fastest));
    }
}
