package dev.twinplace.reports.experiment;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.problem.ProblemInstance;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A solver as tables call it.
 *
 * @param label its id and options as {@link dev.twinplace.api.SolverSpec} spells them; {@code @100ms} behind them says that
 *     it had so much time
 * @param solver of that specification
 * @param budget for each decision
 * @param threads that it may use
 */
public record LabelledSolver(String label, PlacementSolver solver, Budget budget, int threads) {
    private static final String MILLIS = "ms";

    /** The solvers of these labels, on one thread each. */
    public static List<LabelledSolver> of(String... labels) {
        return Arrays.stream(labels).map(LabelledSolver::parse).toList();
    }

    private static LabelledSolver parse(String label) {
        int at = label.indexOf('@');
        String spec = at < 0 ? label : label.substring(0, at);
        return new LabelledSolver(label, Solvers.create(spec), budget(label, at), 1);
    }

    private static Budget budget(String label, int at) {
        if (at < 0) {
            return Budget.UNLIMITED;
        }
        String time = label.substring(at + 1);
        boolean millis = time.endsWith(MILLIS);
        long number = Long.parseLong(time.substring(0, time.length() - (millis ? MILLIS.length() : 1)));
        return Budget.ofTime(millis ? Duration.ofMillis(number) : Duration.ofSeconds(number));
    }

    /** Its answer; empty if it is not made for such a problem. */
    public Optional<SolveResult> solve(ProblemInstance instance, long seed) {
        try {
            return Optional.of(solver.solve(
                    SolveRequest.of(instance).withBudget(budget).withSeed(seed).withThreads(threads)));
        } catch (UnsupportedProblemException e) {
            return Optional.empty();
        }
    }
}
