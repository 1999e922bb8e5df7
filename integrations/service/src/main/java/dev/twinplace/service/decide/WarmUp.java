package dev.twinplace.service.decide;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.decision.WatchedSolve;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Answers a scenario again and again before the first client asks, so that classes are loaded, the model of a learned solver is
 * read, and the paths that every request takes are compiled.
 */
public final class WarmUp {
    private static final String SCENARIO = "warm-up.json";
    private static final int ROUNDS = 2000;
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final QuestionReader reader;
    private final DecisionOptions options;
    private volatile boolean isOver;

    /** Of what a request that states nothing gets. */
    public WarmUp(SolverShelf solvers, String solver, Duration budget) {
        reader = new QuestionReader(solvers, Long.MAX_VALUE);
        options = new DecisionOptions(SolverSpec.parse(solver), budget, 1, 0, OptionalInt.empty());
    }

    /** Begins, on a thread of its own. */
    public void start() {
        Thread thread = new Thread(this::run, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        byte[] scenario = scenario();
        long end = System.nanoTime() + MAX_NANOS;
        try {
            for (int i = 0; i < ROUNDS && System.nanoTime() < end; i++) {
                decide(scenario);
            }
        } catch (UnsupportedProblemException e) {
            return; // a solver that does not take this scenario may take those of clients
        } finally {
            isOver = true;
        }
    }

    private void decide(byte[] scenario) {
        Decision decision = reader.placement(scenario, SCENARIO, options);
        WatchedSolve solve =
                new WatchedSolve(decision.solver(), decision.request().withBudget(Budget.ofTime(options.budget())));
        solve.run();
        decision.reply(solve.answer().join());
    }

    private static byte[] scenario() {
        try (InputStream bytes = WarmUp.class.getResourceAsStream(SCENARIO)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the warm-up is done, or has failed. */
    public boolean isOver() {
        return isOver;
    }
}
