package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Searches on all threads of a solve, which share elite placements. */
final class Searches {
    private final SolveContext context;
    private final PricedProblem problem;
    private final ElitePool elites = new ElitePool();
    private final LongAdder evaluations = new LongAdder();
    private final int threads;
    private final long maxNodes;

    /** Searches for what is left of the budget after {@code steps}. */
    Searches(SolveContext context, PricedProblem problem, long steps) {
        this.context = context;
        this.problem = problem;
        maxNodes = context.budget().nodes() - steps;
        boolean timed =
                context.budget().nanos() < Long.MAX_VALUE && context.budget().nodes() == Long.MAX_VALUE;
        threads = timed ? context.threads() : 1;
    }

    /** Returns how many moves were evaluated when all have ended. */
    long run() {
        List<SolveThread<Void>> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            int index = i;
            others.add(SolveThread.start(context, "ejection-chain", () -> {
                search(index);
                return null;
            }));
        }
        search(0);
        others.forEach(SolveThread::await);
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
}
