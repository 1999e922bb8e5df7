package dev.twinplace.decision;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A solver with what it may spend on each question.
 *
 * @param label as answers and tables call it: its id and options as {@link SolverSpec} spells them; {@code
 *     @100ms} behind them says that it had so much time
 * @param solver of that specification
 * @param budget for each question
 * @param threads that it may use
 */
public record BudgetedSolver(String label, PlacementSolver solver, Budget budget, int threads) {
    private static final String MILLIS = "ms";
    private static final Pattern TIME = Pattern.compile("@\\d+m?s$");

    /** The solvers of these labels, on one thread each. */
    public static List<BudgetedSolver> listOf(String... labels) {
        return Arrays.stream(labels).map(BudgetedSolver::of).toList();
    }

    /** The solver of this label, on one thread. */
    public static BudgetedSolver of(String label) {
        Matcher time = TIME.matcher(label);
        Budget budget = time.find() ? budget(time.group().substring(1)) : Budget.UNLIMITED;
        return new BudgetedSolver(label, Solvers.create(withoutTime(label)), budget, 1);
    }

    private static String withoutTime(String label) {
        return TIME.matcher(label).replaceFirst("");
    }

    private static Budget budget(String time) {
        boolean millis = time.endsWith(MILLIS);
        long number = Long.parseLong(time.substring(0, time.length() - (millis ? MILLIS.length() : 1)));
        return Budget.ofTime(millis ? Duration.ofMillis(number) : Duration.ofSeconds(number));
    }

    /** Its id and options. */
    public SolverSpec spec() {
        return SolverSpec.parse(withoutTime(label));
    }

    /** Its id alone. */
    public String solverId() {
        return spec().id();
    }

    /** The same with another budget, under the same label. */
    public BudgetedSolver withBudget(Budget other) {
        return new BudgetedSolver(label, solver, other, threads);
    }

    /** The same on more threads. */
    public BudgetedSolver withThreads(int number) {
        return new BudgetedSolver(label, solver, budget, number);
    }

    /** What it is asked to do about a question. */
    public SolveRequest request(Question question, long seed) {
        return SolveRequest.of(question.instance())
                .withBudget(budget)
                .withSeed(seed)
                .withThreads(threads);
    }

    /**
     * What it finds, on this thread. It stops by itself, as close to its budget as it looks at the clock; {@link TimedSolve}
     * does not wait for it.
     *
     * @throws UnsupportedProblemException if it is not made for such a problem
     */
    public SolveResult solve(Question question, long seed) {
        return solver.solve(request(question, seed));
    }

    /** As {@link #solve}; empty if it is not made for such a problem. */
    public Optional<SolveResult> trySolve(Question question, long seed) {
        try {
            return Optional.of(solve(question, seed));
        } catch (UnsupportedProblemException e) {
            return Optional.empty();
        }
    }
}
