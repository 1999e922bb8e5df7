package dev.twinplace.heuristic.ejection;

import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveThread;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.heuristic.FeasibleGreedy;
import dev.twinplace.problem.ProblemVariant;
import java.util.ArrayList;
import java.util.Arrays;
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

    /**
     * Each twin on its cheapest server by reduced cost; with side constraints, which descents are slow to meet from there, a greedy
     * placement at these costs; under contention, where that means little, the incumbent.
     */
    private int[] start() {
        if (context.hasIncumbent() && problem.contended) {
            return context.incumbent();
        }
        if (problem.hasSide) {
            return greedyStart();
        }
        int[] start = new int[problem.twins];
        for (int m = 0; m < start.length; m++) {
            start[m] = problem.candidate[m * problem.width];
        }
        return start;
    }

    private int[] greedyStart() {
        double[] costs = new double[problem.reduced.length];
        Arrays.setAll(costs, i -> Double.isFinite(problem.reduced[i]) ? problem.reduced[i] : 0); // barred by demand
        IncrementalCost placement = new IncrementalCost(ProblemVariant.withCosts(problem.source, costs));
        new FeasibleGreedy(placement).placeAll(context.meter().ofTimeAlone());
        int[] start = new int[problem.twins];
        placement.copyTo(start);
        return start;
    }
}
