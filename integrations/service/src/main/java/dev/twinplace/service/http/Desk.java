package dev.twinplace.service.http;

import dev.twinplace.service.decide.Decision;
import dev.twinplace.service.decide.DecisionOptions;
import dev.twinplace.service.decide.QuestionSolver;
import dev.twinplace.service.decide.Reply;
import dev.twinplace.service.decide.SolveQueue;
import dev.twinplace.service.decide.SolverShelf;
import dev.twinplace.service.observe.ServiceMetrics;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Where questions are handed in. Thread-safe. */
final class Desk {
    private final SolverShelf solvers;
    private final SolveQueue queue;
    private final QuestionSolver solving;
    private final ServiceMetrics metrics;
    private final Terms terms;
    private volatile boolean isDraining;
    private volatile boolean isCutShort;

    /**
     * On which terms questions are taken.
     *
     * @param solver if a request names none
     * @param budget if a request states none
     * @param maxBudget the longest that a request may ask for
     * @param maxBody the longest body or line in bytes
     */
    record Terms(String solver, Duration budget, Duration maxBudget, int maxBody) {}

    Desk(SolverShelf solvers, SolveQueue queue, QuestionSolver solving, ServiceMetrics metrics, Terms terms) {
        this.solvers = solvers;
        this.queue = queue;
        this.solving = solving;
        this.metrics = metrics;
        this.terms = terms;
    }

    int maxBody() {
        return terms.maxBody;
    }

    /** What a request says about its questions; only these parameters may be in its query. */
    DecisionOptions options(Exchange exchange, List<String> parameters) {
        return exchange.query(parameters).decision(solvers, terms.solver, terms.budget, terms.maxBudget);
    }

    /** Takes no more questions but those that wait already. */
    void drain() {
        isDraining = true;
    }

    boolean isDraining() {
        return isDraining;
    }

    /** Every solve, now or to come, ends soon with what it has. */
    void cutShort() {
        isCutShort = true;
    }

    boolean isCutShort() {
        return isCutShort;
    }

    /** Whether a question of this thread would not wait for others, once the one that it has answered is done with. */
    boolean isFree() {
        return queue.isFree();
    }

    /** Refuses a request if too many wait. */
    void requireRoom() {
        if (queue.isFull()) {
            throw refusal();
        }
    }

    /** Refuses a request while the service shuts down. */
    void requireOpen() {
        if (isDraining) {
            metrics.refused("draining");
            throw new ProblemException(Problem.draining());
        }
    }

    private ProblemException refusal() {
        metrics.refused("queue");
        return new ProblemException(
                Problem.tooMany(queue.waiting() + " questions wait already", queue.secondsToWait()));
    }

    /** Answers an exchange whose request was read. */
    void submit(Exchange exchange, DecisionOptions options, Supplier<Decision> question) {
        requireOpen();
        Asker asker = new SingleAsker(this, exchange);
        exchange.setRead();
        exchange.startWork();
        exchange.onGone(asker::leave);
        if (!queue.offer(turn -> solving.decide(turn, question, options, asker))) {
            throw refusal();
        }
    }

    /** As {@link #submit}, for a question of a request that was accepted before: it may wait, but is not refused. */
    void proceed(DecisionOptions options, Supplier<Decision> question, Asker asker) {
        queue.proceed(turn -> solving.decide(turn, question, options, asker));
    }

    /** A client left before it had its answer. */
    void countCancelled() {
        metrics.cancelled();
    }

    /** The client of a request with one question. */
    private static final class SingleAsker extends Asker {
        SingleAsker(Desk desk, Exchange exchange) {
            super(desk, exchange);
        }

        @Override
        void answer(Reply reply) {
            exchange().reply(reply);
        }

        @Override
        void answer(Throwable fault) {
            exchange().fail(fault);
        }
    }
}
