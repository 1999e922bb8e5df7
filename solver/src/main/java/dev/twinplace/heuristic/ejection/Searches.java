package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.SolveContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.LongAdder;

/** Searches on all threads of a solve, which share elite placements. */
final class Searches {
    private final SolveContext context;
    private final PricedProblem problem;
    private final ElitePool elites = new ElitePool();
    private final LongAdder evaluations = new LongAdder();
    private final int threads;
    private final long maxNodes;

    /** For what is left of the budget after {@code steps}. */
    Searches(SolveContext context, PricedProblem problem, long steps) {
        this.context = context;
        this.problem = problem;
        maxNodes = context.budget().nodes() - steps;
        boolean timed =
                context.budget().nanos() < Long.MAX_VALUE && context.budget().nodes() == Long.MAX_VALUE;
        threads = timed ? context.threads() : 1;
    }

    /** Returns how many moves were evaluated when all have ended. An interrupt of this thread cancels the solve, and is kept. */
    long run() {
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            int index = i;
            FutureTask<Void> task = new FutureTask<>(() -> search(index), null);
            Thread thread = new Thread(task, "ejection-chain");
            thread.setDaemon(true);
            thread.start();
            others.add(task);
        }
        search(0);
        await(others);
        return evaluations.sum();
    }

    private void search(int index) {
        Oscillation search = new Oscillation(context, problem, elites, index, maxNodes);
        search.search(start());
        context.countNodes(search.nodes());
        evaluations.add(search.evaluations());
    }

    /** Each twin on its cheapest server by reduced cost; under contention, where that means little, the incumbent. */
    private int[] start() {
        if (context.hasIncumbent() && problem.contended) {
            return context.incumbent();
        }
        int[] start = new int[problem.twins];
        for (int m = 0; m < start.length; m++) {
            start[m] = problem.candidate[m * problem.width];
        }
        return start;
    }

    private void await(List<FutureTask<Void>> others) {
        boolean interrupted = false;
        for (int i = 0; i < others.size(); ) {
            try {
                others.get(i).get();
                i++;
            } catch (InterruptedException e) {
                interrupted = true;
                context.cancellation().cancel();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
