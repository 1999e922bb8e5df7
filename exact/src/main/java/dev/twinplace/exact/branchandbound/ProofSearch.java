package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveContext;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.SeparableRelaxation;
import dev.twinplace.exact.bound.ManyAlike;
import dev.twinplace.exact.bound.ServerPriceSubgradient;
import dev.twinplace.heuristic.Opening;
import dev.twinplace.heuristic.ejection.EjectionChainSolver;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import java.util.Arrays;

/** One run of {@link BranchAndBoundSolver}: first placement, first bounds, then the tree. */
final class ProofSearch {
    /** Matrices of more cells are not searched: the bound is then that of the prices of servers. */
    private static final long MAX_CELLS = 4_000_000;

    /** On smaller matrices a tree is faster than a look for twins alike. */
    private static final long MIN_CELLS_TO_COUNT = 100;

    private static final int STEPS_OF_SERVER_PRICES = 20;

    /** Prices of rows need more steps, and prices of twins begin at what is reached here. */
    private static final int STEPS_WITH_ROWS = 100;

    /** Of the first step from kept prices, relative to Polyak's. */
    private static final double LENGTH_FROM_KEPT = 0.5;

    /** Twins × servers up to which many proofs take seconds. */
    private static final long MAX_CELLS_WITHOUT_CHAINS = 1200;

    private final SolveContext context;
    private final PlacementProblem reduced;
    private final BudgetMeter time;
    private final Incumbent incumbent;
    private final ProofSink proof;
    private final boolean startsFromKeptPrices;
    private final ProofNode root;

    /**
     * Before the search.
     *
     * @param proof takes the nodes of a certificate; null if none is written
     * @param startsFromKeptPrices whether prices of servers begin with those that the context has
     */
    ProofSearch(SolveContext context, ProofSink proof, boolean startsFromKeptPrices) {
        this.context = context;
        this.startsFromKeptPrices = startsFromKeptPrices;
        this.proof = proof;
        root = proof == null ? null : ProofNode.root();
        reduced = context.reduced();
        time = context.meter().ofTimeAlone();
        incumbent = new Incumbent(reduced, context.optimality());
    }

    void run() {
        SeparableRelaxation separable = context.separable();
        if (separable.lowerBound() == Double.POSITIVE_INFINITY) {
            if (root != null) {
                root.close(ProofNode.Close.CONTRADICTION);
                proof.add(root);
            }
            return;
        }
        boolean isTiny = (long) reduced.twins() * reduced.servers() < MIN_CELLS_TO_COUNT;
        if (proof == null && !isTiny) { // a certificate has no rule for it
            ManyAlike.settle(context);
        }
        Opening.place(context, time);
        improveByChains();
        if (context.hasIncumbent()) {
            int[] best = context.incumbent();
            incumbent.replace(best, new CostEvaluator(reduced).cost(best));
        }
        if (context.isOver(0)) {
            closeRoot(withoutRowPrices(separable.leastCosts()));
            return;
        }
        ServerPriceSubgradient prices = serverPrices();
        boolean better = prices.bestBound() > separable.lowerBound();
        context.raiseBound(prices.bestBound());
        double[] boundPrices = better ? prices.twinPrices() : withoutRowPrices(separable.leastCosts());
        if ((long) reduced.twins() * reduced.servers() > MAX_CELLS) {
            closeRoot(boundPrices);
        } else {
            search(prices.twinPrices(), Math.max(separable.lowerBound(), prices.bestBound()), boundPrices);
        }
    }

    private ServerPriceSubgradient serverPrices() {
        ServerPriceSubgradient prices = new ServerPriceSubgradient(reduced);
        if (startsFromKeptPrices) {
            context.prices().of(reduced.servers()).ifPresent(kept -> prices.startFrom(kept, LENGTH_FROM_KEPT));
        }
        int steps = reduced.side().rows() == 0 ? STEPS_OF_SERVER_PRICES : STEPS_WITH_ROWS;
        prices.climb(steps, incumbent.cutoff(), () -> !time.isSpent(0));
        return prices;
    }

    /** Where a tree rarely ends, chains of moves find better placements than it does. A budget of nodes is for the tree alone. */
    private void improveByChains() {
        long left = time.nanosLeft();
        boolean isTimed = left < Long.MAX_VALUE && context.budget().nodes() == Long.MAX_VALUE;
        boolean isLarge = (long) reduced.twins() * reduced.servers() > MAX_CELLS_WITHOUT_CHAINS;
        if (isLarge && isTimed && (reduced.hasCapacities() || !reduced.side().isNone())) {
            SolveContext half = context.part("ejection-chain", Duration.ofNanos(left / 2), context.threads());
            new EjectionChainSolver().solve(half);
        }
    }

    private void search(double[] prices, double lowerBound, double[] boundPrices) {
        Dominance dominance = new Dominance(context.problem());
        long[] excluded = dominance.excludedServers();
        if (root != null) {
            root.exclude(ProofNode.Reason.FREE_SERVER, null, dominance.dominatedCells());
        }
        Subtree whole = Subtree.root(excluded, prices, lowerBound, root, boundPrices);
        try (Workers workers = new Workers(context, dominance)) {
            TreeSearch tree = new TreeSearch(context, workers, incumbent, whole, proof);
            while (tree.isOpen() && !context.meter().isSpent(tree.nodes())) {
                tree.searchRound();
            }
            boolean finished = !tree.isOpen();
            tree.close();
            context.countNodes(tree.nodes());
            if (finished && !context.hasIncumbent()) {
                context.proveInfeasible();
            }
        }
    }

    private double[] withoutRowPrices(double[] twinPrices) {
        return Arrays.copyOf(twinPrices, reduced.twins() + reduced.side().rows() * reduced.servers());
    }

    /** Ends without a search: prices prove the bound. */
    private void closeRoot(double[] boundPrices) {
        if (root != null) {
            root.closeByBound(boundPrices);
            proof.add(root);
        }
    }
}
