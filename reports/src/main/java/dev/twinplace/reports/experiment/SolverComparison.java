package dev.twinplace.reports.experiment;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import dev.twinplace.reports.experiment.SolverScore.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs solvers on questions whose optimum is proven first where it can be, one at a time, and scores them. What has no
 * placement is left out.
 *
 * <p>The first decision of each solver is preceded by a warm-up; then every decision counts that is made. Those of less than
 * 20 ms are made {@value #REPETITIONS} times. Times are from the compiled problem to the checked placement.
 */
public final class SolverComparison {
    private static final int REPETITIONS = 20;

    private final List<BudgetedSolver> solvers;
    private final long seed;
    private final Consumer<String> progress;

    /**
     * Sets up a comparison.
     *
     * @param solvers in the order of the result, each with the budget for a decision
     * @param seed of solvers that draw, on the first question; the next have the next seeds
     * @param progress told once for the optima and once for each solver
     */
    public SolverComparison(List<BudgetedSolver> solvers, long seed, Consumer<String> progress) {
        this.solvers = List.copyOf(solvers);
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * A question that can be compared on.
     *
     * @param index in the list of questions
     * @param question asked
     * @param reference what answers are compared with
     */
    public record Judged(int index, Question question, Reference reference) {}

    /**
     * A question without an answer.
     *
     * @param question asked
     * @param proof one line that says who proves that there is no placement
     */
    public record Infeasible(Question question, String proof) {}

    /**
     * What one solver answered on one question.
     *
     * @param judged the question
     * @param solver its label
     * @param result of the last run
     * @param times of all runs
     */
    public record Attempt(Judged judged, String solver, SolveResult result, DecisionTimes times) {
        /** Relative gap to the reference; NaN without a placement. */
        public double gap() {
            return result.placement().isPresent() ? judged.reference().gap(result.cost()) : Double.NaN;
        }

        private Sample sample() {
            return new Sample(judged.reference(), result.cost(), result.status() == SolveStatus.OPTIMAL);
        }
    }

    /**
     * What came out.
     *
     * @param scores in the order of the solvers, of those that could take every question
     * @param attempts an answer each, by solver and question
     * @param judged the questions compared on
     * @param infeasible those left out
     */
    public record Result(
            List<SolverScore> scores, List<Attempt> attempts, List<Judged> judged, List<Infeasible> infeasible) {
        /** Whether solvers were asked and none found a placement for any of the questions. */
        public boolean isUnanswered() {
            return !scores.isEmpty() && scores.stream().allMatch(score -> score.answered() == 0);
        }

        /** Questions whose optimum could not be proven: their gaps are to a lower bound. */
        public long unproven() {
            return judged.stream().filter(each -> !each.reference().isProven()).count();
        }
    }

    /** Scores every solver over all questions together. A solver that cannot take one of them has no score. */
    public Result run(List<? extends Question> questions) {
        List<Judged> judged = new ArrayList<>();
        List<Infeasible> infeasible = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            try {
                judged.add(new Judged(i, question, Reference.of(question)));
            } catch (InfeasibleProblemException e) {
                infeasible.add(new Infeasible(question, e.getMessage()));
            }
        }
        progress.accept("optima");
        List<SolverScore> scores = new ArrayList<>();
        List<Attempt> attempts = new ArrayList<>();
        for (BudgetedSolver solver : solvers) {
            List<Attempt> answers = answers(solver, judged);
            if (!judged.isEmpty() && answers.size() == judged.size()) {
                scores.add(score(solver, answers));
            }
            attempts.addAll(answers);
            progress.accept(solver.label());
        }
        return new Result(scores, attempts, judged, infeasible);
    }

    private static SolverScore score(BudgetedSolver solver, List<Attempt> attempts) {
        DecisionTimes all = new DecisionTimes(REPETITIONS);
        attempts.forEach(attempt -> all.add(attempt.times()));
        return SolverScore.of(
                solver.label(), attempts.stream().map(Attempt::sample).toArray(Sample[]::new), all);
    }

    /** Answers to the questions that the solver supports. */
    private List<Attempt> answers(BudgetedSolver solver, List<Judged> judged) {
        List<Attempt> attempts = new ArrayList<>();
        for (Judged each : judged) {
            long drawn = seed + each.index();
            Supplier<Optional<SolveResult>> decision = () -> solver.trySolve(each.question(), drawn);
            DecisionTimes times = new DecisionTimes(REPETITIONS);
            Optional<SolveResult> result = attempts.isEmpty() ? times.measureWarm(decision) : times.measure(decision);
            result.ifPresent(found -> attempts.add(new Attempt(each, solver.label(), found, times)));
        }
        return attempts;
    }
}
