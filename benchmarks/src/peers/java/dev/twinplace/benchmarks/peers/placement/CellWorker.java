package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.benchmarks.peers.placement.Answer.Outcome;
import dev.twinplace.benchmarks.peers.solver.PeerSolvers;
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
 * The Java VM of one solver: reads cells from standard input, a line each, and writes each one's answer before it reads the
 * next. Before the first cell of a size and coupling it solves others like it, so that the code is compiled.
 */
public final class CellWorker {
    static final String ANSWER = "answer";
    static final String READY = "ready";
    private static final long WARM_UP_SEED = 1_000_000;
    private static final long WARM_UP_NANOS = 500_000_000L;
    private static final long[] WARM_UP_MILLIS = {1, 10, 100};
    private static final double NANOS_PER_MILLI = 1e6;

    private final PlacementSolver solver;
    private DecisionSession session; // of problems of the last size

    CellWorker(String solver) {
        this.solver = PeerSolvers.create(solver);
    }

    /** Takes the id of a solver. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        CellWorker worker = new CellWorker(arguments[0]);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Cell last = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Cell cell = Cell.of(List.of(line.split("\t", -1)));
            if (last == null || !last.isLike(cell)) {
                worker.warmUp(cell);
            }
            last = cell;
            PlacementProblem problem = cell.size().problem(cell.coupling(), cell.seed());
            worker.open(problem);
            System.gc();
            out.println(READY);
            out.flush();
            Answer answer = worker.answer(problem, cell.budgetMillis(), cell.seed());
            out.println(ANSWER + "\t" + String.join("\t", answer.fields()));
            out.flush();
        }
    }

    private void warmUp(Cell cell) {
        PlacementProblem problem = cell.size().problem(cell.coupling(), WARM_UP_SEED);
        open(problem);
        long end = System.nanoTime() + WARM_UP_NANOS;
        for (int i = 0; System.nanoTime() < end; i++) {
            answer(problem, WARM_UP_MILLIS[i % WARM_UP_MILLIS.length], i);
        }
    }

    /** Makes room for a problem, outside of what is timed. */
    void open(PlacementProblem problem) {
        session = DecisionSession.open(solver, problem.twins(), problem.servers());
    }

    /** Decides a problem of the size that there is room for. */
    Answer answer(PlacementProblem problem, long budgetMillis, long seed) {
        Budget budget = Budget.ofTime(Duration.ofMillis(budgetMillis));
        long start = System.nanoTime();
        try {
            boolean found = session.decide(problem, budget, seed);
            double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            Outcome outcome = found ? Outcome.PLACED : Outcome.NOTHING;
            return new Answer(outcome, session.cost(), session.lowerBound(), millis);
        } catch (UnsupportedProblemException e) {
            return Answer.without(Outcome.REFUSED, (System.nanoTime() - start) / NANOS_PER_MILLI);
        } catch (RuntimeException | OutOfMemoryError e) {
            System.err.println(e);
            return Answer.without(Outcome.FAILED, (System.nanoTime() - start) / NANOS_PER_MILLI);
        }
    }
}
