package dev.twinplace.reports.experiment;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.SolverScore.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private final List<String> solvers;
    private final int threads;
    private final Budget budget;
    private final long seed;
    private final Consumer<String> progress;

    /**
     * Sets up a comparison.
     *
     * @param solvers ids, with options if they have any, in the order of the result
     * @param threads that each may use
     * @param budget for each decision
     * @param seed of solvers that draw, on the first problem of a group; the next have the next seeds
     * @param progress told once per group for the optima and once per group and solver
     */
    public Comparison(List<String> solvers, int threads, Budget budget, long seed, Consumer<String> progress) {
        this.solvers = List.copyOf(solvers);
        this.threads = threads;
        this.budget = budget;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * What came out.
     *
     * @param scores in the order of the solvers
     * @param unproven problems whose optimum could not be proven: their gaps are to a lower bound
     */
    public record Result(List<SolverScore> scores, int unproven) {
        /** Whether solvers were asked and none found a placement for any of the problems. */
        public boolean isUnanswered() {
            return !scores.isEmpty() && scores.stream().allMatch(score -> score.answered() == 0);
        }
    }

    /**
     * Scores every solver over all problems of the groups together. A solver that cannot take one of the sizes is left
     * out.
     *
     * @throws InfeasibleProblemException if a problem is proven to have no placement
     */
    public Result run(List<ProblemGroup> groups) {
        int unproven = 0;
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (ProblemGroup group : groups) {
            List<Reference> references = new ArrayList<>();
            for (PlacementProblem problem : group.problems()) {
                Reference reference = Reference.of(problem);
                references.add(reference);
                unproven += reference.isProven() ? 0 : 1;
            }
            progress.accept("optima");
            for (String solver : solvers) {
                List<Sample> all = samples.computeIfAbsent(solver, id -> new ArrayList<>());
                for (int i = 0; i < references.size(); i++) {
                    measure(solver, group.problems().get(i), references.get(i), seed + i)
                            .ifPresent(all::add);
                }
                progress.accept(solver);
            }
        }
        int problems =
                groups.stream().mapToInt(group -> group.problems().size()).sum();
        List<SolverScore> scores = samples.entrySet().stream()
                .filter(entry -> entry.getValue().size() == problems)
                .map(entry -> SolverScore.of(entry.getKey(), entry.getValue().toArray(Sample[]::new)))
                .toList();
        return new Result(scores, unproven);
    }

    private Optional<Sample> measure(String id, PlacementProblem problem, Reference reference, long drawSeed) {
        PlacementSolver solver = Solvers.create(id);
        SolveRequest request =
                SolveRequest.of(problem).withBudget(budget).withSeed(drawSeed).withThreads(threads);
        double fastest = Double.POSITIVE_INFINITY;
        SolveResult result = null;
        for (int i = 0; i < REPETITIONS && (result == null || fastest <= LONG_MICROS); i++) {
            try {
                result = solver.solve(request);
            } catch (UnsupportedProblemException e) {
                return Optional.empty();
            }
            fastest = Math.min(fastest, result.elapsed().toNanos() / 1e3);
        }
        return Optional.of(new Sample(reference, result.cost(), result.status() == SolveStatus.OPTIMAL, fastest));
    }
}
