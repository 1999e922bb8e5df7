package dev.twinplace.benchmarks.peers.contest;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.benchmarks.peers.contest.PeerAnswer.Outcome;
import dev.twinplace.decision.DecisionSession;
import dev.twinplace.problem.PlacementProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The Java VM of one solver: reads tasks from standard input, a line each, and writes each one's answer before it reads the
 * next. Before the first task of a kind it solves another problem like it, so that the code is compiled.
 */
public final class PeerTaskWorker {
    static final String ANSWER = "answer";
    static final String READY = "ready";
    private static final long WARM_UP_NANOS = 500_000_000L;
    private static final long[] WARM_UP_MILLIS = {1, 10, 100};
    private static final double NANOS_PER_MILLI = 1e6;

    private final PlacementSolver solver;
    private final ProblemSource problems;
    private DecisionSession session; // of problems of the last size

    private PeerTaskWorker(PlacementSolver solver, ProblemSource problems) {
        this.solver = solver;
        this.problems = problems;
    }

    /** Answers tasks until standard input ends. Nothing else may write to standard output. */
    public static void serve(PlacementSolver solver, ProblemSource problems) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        PeerTaskWorker worker = new PeerTaskWorker(solver, problems);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PeerTask last = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            PeerTask task = PeerTask.of(List.of(line.split("\t", -1)));
            if (last == null || !last.isLike(task)) {
                worker.warmUp(task);
            }
            last = task;
            PlacementProblem problem = problems.problem(task.kind(), task.seed());
            worker.open(problem);
            System.gc();
            out.println(READY);
            out.flush();
            PeerAnswer answer = worker.answer(problem, task.budgetMillis(), task.seed());
            out.println(ANSWER + "\t" + String.join("\t", answer.fields()));
            out.flush();
        }
    }

    private void warmUp(PeerTask task) {
        PlacementProblem problem = problems.another(task.kind());
        open(problem);
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (int i = 0; System.nanoTime() < end; i++) {
            answer(problem, WARM_UP_MILLIS[i % WARM_UP_MILLIS.length], i);
        }
    }

    /** Makes room for a problem, outside of what is timed. */
    private void open(PlacementProblem problem) {
        session = DecisionSession.open(solver, problem.twins(), problem.servers());
    }

    /** Decides a problem of the size that there is room for. */
    private PeerAnswer answer(PlacementProblem problem, long budgetMillis, long seed) {
        Budget budget = Budget.ofTime(Duration.ofMillis(budgetMillis));
        long start = System.nanoTime();
        try {
            boolean found = session.decide(problem, budget, seed);
            double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            Outcome outcome = found ? Outcome.PLACED : Outcome.NOTHING;
            return new PeerAnswer(outcome, session.cost(), session.lowerBound(), millis);
        } catch (UnsupportedProblemException e) {
            return PeerAnswer.without(Outcome.REFUSED, (System.nanoTime() - start) / NANOS_PER_MILLI);
        } catch (RuntimeException | OutOfMemoryError e) {
            System.err.println(e);
            return PeerAnswer.without(Outcome.FAILED, (System.nanoTime() - start) / NANOS_PER_MILLI);
        }
    }
}
