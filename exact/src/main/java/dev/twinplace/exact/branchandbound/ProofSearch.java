package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.exact.lagrangian.Completion;
import dev.twinplace.exact.lagrangian.PriceAscent;
import dev.twinplace.problem.PlacementProblem;

/** One run of {@link BranchAndBoundSolver}: first placement, first bounds, then the tree. */
final class ProofSearch {
    /** Matrices of more cells are not searched: the bound is then that of the prices of servers. */
    private static final long MAX_CELLS = 4_000_000;

    private static final int STEPS_OF_SERVER_PRICES = 20;

    private final SolveContext context;
    private final PlacementProblem reduced;
    private final long maxNodes;
    private final int threads;
    private final Clock clock;
    private final Incumbent incumbent;
    private final ProofSink proof;
    private final ProofNode root;

    /**
     * Before the search.
     *
     * @param proof takes the nodes of a certificate; null if none is written
     */
    ProofSearch(SolveContext context, long maxNodes, int threads, ProofSink proof) {
        this.context = context;
        this.maxNodes = maxNodes;
        this.threads = threads;
        this.proof = proof;
        root = proof == null ? null : ProofNode.root();
        reduced = context.reduced();
        clock = new Clock(context.meter());
        incumbent = new Incumbent(reduced, context.optimality());
    }

    SolveResult run() {
        SeparableRelaxation separable = new SeparableRelaxation(reduced);
        if (separable.lowerBound() == Double.POSITIVE_INFINITY) {
            if (root != null) {
                root.close(ProofNode.Close.CONTRADICTION);
                proof.add(root);
            }
            return context.infeasible(0);
        }
        context.raiseBound(separable.lowerBound());
        if (!context.meter().isSpent(0)) {
            offerHeuristic();
        }
        if (context.isProven() || context.meter().isSpent(0)) {
            return closeRoot(separable.leastCosts());
        }
        PriceAscent prices = new PriceAscent(reduced);
        prices.climb(STEPS_OF_SERVER_PRICES, incumbent.cutoff(), () -> !clock.isOver());
        boolean better = prices.bestBound() > separable.lowerBound();
        context.raiseBound(prices.bestBound());
        double[] boundPrices = better ? prices.twinPrices() : separable.leastCosts();
        if ((long) reduced.twins() * reduced.servers() > MAX_CELLS) {
            return closeRoot(boundPrices);
        }
        return search(prices.twinPrices(), Math.max(separable.lowerBound(), prices.bestBound()), boundPrices);
    }

    private SolveResult search(double[] prices, double lowerBound, double[] boundPrices) {
        Dominance dominance = new Dominance(context.problem());
        long[] excluded = dominance.excludedServers();
        if (root != null) {
            root.exclude(ProofNode.Reason.FREE_SERVER, null, dominance.dominatedCells());
        }
        Subtree whole = Subtree.root(excluded, prices, lowerBound, root, boundPrices);
        try (Workers workers = new Workers(reduced, dominance, clock, threads)) {
            TreeSearch tree = new TreeSearch(context, workers, maxNodes, incumbent, whole, proof);
            while (tree.isOpen() && !context.meter().isSpent(tree.nodes())) {
                tree.searchRound();
            }
            boolean finished = !tree.isOpen();
            tree.close();
            return finished && !context.hasIncumbent()
                    ? context.infeasible(tree.nodes())
                    : context.result(tree.nodes());
        }
    }

    /** Ends without a search: prices prove the bound. */
    private SolveResult closeRoot(double[] boundPrices) {
        if (root != null) {
            root.closeByBound(boundPrices);
            proof.add(root);
        }
        return context.result(0);
    }

    private void offerHeuristic() {
        Completion completion = new Completion(reduced);
        if (completion.complete(Completion.nothing(reduced), clock.time())) {
            int[] serverOf = new int[reduced.twins()];
            completion.placement().copyTo(serverOf);
            if (context.offer(serverOf)) {
                incumbent.replace(serverOf, context.excess());
            }
        }
    }
}
