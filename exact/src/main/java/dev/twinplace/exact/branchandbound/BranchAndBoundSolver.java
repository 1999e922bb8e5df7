package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.Budget;
import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.exact.lagrangian.Completion;
import dev.twinplace.exact.lagrangian.PriceAscent;
import dev.twinplace.problem.PlacementProblem;

/**
 * Proves optima by branch and bound, for every coupling and all of them together.
 *
 * <p>The first incumbent is that of regret greedy and local search. Bounds are Lagrangian: prices of servers give the first
 * ones, from which prices of twins climb ({@link dev.twinplace.exact.lagrangian}). When the budget ends first, the answer is
 * the incumbent with the least bound of what is left open. A node is a relaxation with its climb. Deterministic, also in the
 * number of threads, unless time ends it.
 */
public final class BranchAndBoundSolver implements PlacementSolver {
    /** Matrices of more cells are not searched: the bound is then that of the prices of servers. */
    private static final long MOST_CELLS = 4_000_000;

    private static final int STEPS_OF_SERVER_PRICES = 20;

    private final int threads;

    /** Uses so many threads, at least 1. */
    public BranchAndBoundSolver(int threads) {
        this.threads = threads;
    }

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        BudgetMeter meter = budget.start();
        double separable = new SeparableRelaxation(problem).lowerBound();
        if (separable == Double.POSITIVE_INFINITY) {
            return SolveResult.infeasible(0, meter.elapsed());
        }
        if (meter.isSpent(0)) {
            return SolveResult.unknown(separable, 0, meter.elapsed());
        }
        Clock clock = new Clock(meter);
        Incumbent incumbent = new Incumbent(problem);
        offerHeuristic(problem, clock, incumbent);
        if (separable >= incumbent.cutoff()) {
            return SolveResult.of(problem, incumbent.placement(), incumbent.provenBound(), 0, meter.elapsed());
        }
        PriceAscent prices = new PriceAscent(problem);
        prices.climb(STEPS_OF_SERVER_PRICES, incumbent.target(), () -> !clock.isOver());
        double bound = Math.max(separable, prices.bestBound());
        tell(incumbent, bound, meter, listener);
        if ((long) problem.twins() * problem.servers() > MOST_CELLS) {
            return result(problem, incumbent, bound, false, 0, meter);
        }
        Dominance dominance = new Dominance(problem);
        Subtree root = Subtree.root(dominance.excludedServers(), prices.twinPrices(), bound);
        try (Workers workers = new Workers(problem, dominance, clock, threads)) {
            return search(
                    problem, new TreeSearch(workers, budget.nodes(), incumbent, root), incumbent, meter, listener);
        }
    }

    private static SolveResult search(
            PlacementProblem problem,
            TreeSearch tree,
            Incumbent incumbent,
            BudgetMeter meter,
            IncumbentListener listener) {
        while (tree.isOpen() && !meter.isSpent(tree.nodes())) {
            double cost = incumbent.cost();
            double bound = tree.lowerBound();
            tree.searchRound();
            if (incumbent.cost() < cost || tree.lowerBound() > bound) {
                tell(incumbent, tree.lowerBound(), meter, listener);
            }
        }
        return result(problem, incumbent, tree.lowerBound(), !tree.isOpen(), tree.nodes(), meter);
    }

    private static SolveResult result(
            PlacementProblem problem,
            Incumbent incumbent,
            double bound,
            boolean finished,
            long nodes,
            BudgetMeter meter) {
        if (incumbent.exists()) {
            double lowerBound = Math.min(bound, incumbent.provenBound());
            return SolveResult.of(problem, incumbent.placement(), lowerBound, nodes, meter.elapsed());
        }
        return finished
                ? SolveResult.infeasible(nodes, meter.elapsed())
                : SolveResult.unknown(bound, nodes, meter.elapsed());
    }

    private static void offerHeuristic(PlacementProblem problem, Clock clock, Incumbent incumbent) {
        Completion completion = new Completion(problem);
        if (completion.complete(Completion.nothing(problem), clock.time())) {
            incumbent.offer(completion.placement());
        }
    }

    private static void tell(Incumbent incumbent, double lowerBound, BudgetMeter meter, IncumbentListener listener) {
        if (incumbent.exists()) {
            listener.improved(incumbent.cost(), lowerBound, meter.elapsed());
        }
    }
}
