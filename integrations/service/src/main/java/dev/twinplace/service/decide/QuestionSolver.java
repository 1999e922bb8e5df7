package dev.twinplace.service.decide;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.WatchedSolve;
import dev.twinplace.service.observe.ServiceMetrics;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Solves a question in its turn and answers it within its budget, even if the solver goes on. Thread-safe. */
public final class QuestionSolver {
    private final Ticker ticker;
    private final ServiceMetrics metrics;
    private final int maxOverdue;
    private final AtomicInteger overdue = new AtomicInteger();

    /**
     * Nothing is being solved yet.
     *
     * @param maxOverdue how many solvers that do not stop may go on beside those that have a turn; with more, a turn ends
     *     when its solver does
     */
    public QuestionSolver(Ticker ticker, ServiceMetrics metrics, int maxOverdue) {
        this.ticker = ticker;
        this.metrics = metrics;
        this.maxOverdue = maxOverdue;
    }

    /** Who asks. One of its methods {@code replied} and {@code failed} is called, once. */
    public interface Client {
        /** Cancelled when the client has gone. */
        CancellationToken cancellation();

        /** Called every few milliseconds while its question is being solved, to see whether it is still there. */
        void look(long now);

        /** Called before the answer if the solver, and so the thread that the question came on, goes on after it. */
        void leftBehind();

        /** The answer. */
        void replied(Reply reply);

        /** The question cannot be answered, by a fault of the client or of ours. */
        void failed(Throwable fault);
    }

    /**
     * Reads, solves and answers on this thread, or on the ticker's if the solver does not stop. Ends the turn once the client
     * has its answer.
     */
    public void decide(SolveQueue.Turn turn, Supplier<Decision> question, DecisionOptions options, Client client) {
        Run run;
        try {
            if (client.cancellation().isCancelled()) {
                throw new CancellationException("the client has gone");
            }
            run = new Run(turn, question.get(), options, client);
        } catch (RuntimeException | Error e) {
            turn.end();
            client.failed(e);
            return;
        }
        run.start();
    }

    /** One solve. */
    private final class Run implements Ticker.Watched {
        private final long start = System.nanoTime();
        private final SolveQueue.Turn turn;
        private final Decision decision;
        private final Client client;
        private final WatchedSolve solve;
        private final CompletableFuture<SolveResult> answered;
        private final Thread thread = Thread.currentThread();
        private boolean isBack;
        private boolean isOverdue;

        Run(SolveQueue.Turn turn, Decision decision, DecisionOptions options, Client client) {
            this.turn = turn;
            this.decision = decision;
            this.client = client;
            solve = new WatchedSolve(
                    decision.solver(),
                    decision.request()
                            .withBudget(Budget.ofTime(options.budget()))
                            .withSeed(options.seed())
                            .withCancellation(client.cancellation()));
            answered = solve.answer().whenComplete(this::finish);
        }

        void start() {
            ticker.add(this);
            try {
                solve.run();
            } finally {
                ticker.remove(this);
                turn.end();
                comeBack();
            }
        }

        private synchronized void comeBack() {
            isBack = true;
            if (isOverdue) {
                overdue.decrementAndGet();
            }
        }

        @Override
        public void look(long now) {
            if (!answered.isDone()) {
                client.look(now);
                solve.look(now);
            }
        }

        private void finish(SolveResult result, Throwable failure) {
            try {
                if (Thread.currentThread() != thread) {
                    client.leftBehind();
                }
                if (failure != null) {
                    client.failed(failure);
                    return;
                }
                Reply reply = decision.reply(result);
                metrics.decided(reply.solver(), result, reply.moves(), System.nanoTime() - start);
                client.replied(reply);
            } catch (RuntimeException | Error e) {
                client.failed(e);
            } finally {
                endTurn();
            }
        }

        /** The solver's own thread ends the turn when it is back, but others need not wait for one that does not stop. */
        private synchronized void endTurn() {
            if (Thread.currentThread() != thread && !isBack) {
                isOverdue = true;
                if (overdue.incrementAndGet() <= maxOverdue) {
                    turn.end();
                }
            }
        }
    }
}
