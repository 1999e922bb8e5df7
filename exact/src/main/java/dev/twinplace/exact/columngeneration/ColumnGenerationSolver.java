package dev.twinplace.exact.columngeneration;

import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.exact.bound.ManyAlike;
import dev.twinplace.exact.lagrangian.PriceSearch;
import dev.twinplace.exact.ortools.NativeLibrary;
import dev.twinplace.exact.ortools.RepeatedStop;
import dev.twinplace.heuristic.Opening;
import dev.twinplace.heuristic.ejection.EjectionChainSolver;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;

/**
 * Finds the best bound that prices of twins can prove, and placements close to it: Dantzig–Wolfe decomposition (Operations
 * Research 8, 1960) with one column for each server and set of twins that it can hold.
 *
 * <p>It is the bound that {@code lagrangian} approaches by steps along subgradients. A linear program finds it exactly, and
 * also says which sets of twins make it up, from which dives make placements. That pays where the last tenth of a percent
 * of the gap matters and the linear program is small; with many twins for each server its solution takes longer than all else.
 *
 * <p>Chains of moves, for a tenth of a budget of time, give the first incumbent; prices of servers and a short climb of prices
 * of twins give the first prices. The bound never relies on the linear program: it is that of the relaxation at its prices.
 * Works until the budget is spent or the gap closed, or GLOP fails twice in a row; without a budget, for a few rounds. One
 * thread. A node is an evaluation of a relaxation. Deterministic, unless time ends it.
 */
public final class ColumnGenerationSolver implements PlacementSolver {
    /** Twins × servers that it takes, about the largest that was tried: 1,600 twins on 60 servers need 110 MB. */
    public static final long MAX_CELLS = 100_000;

    /** Without a budget. */
    private static final int MAX_ROUNDS = 3;

    private static final Duration MAX_TIME_OF_CHAINS = Duration.ofSeconds(1);

    private final boolean opensWithChains;

    public ColumnGenerationSolver() {
        this(true);
    }

    private ColumnGenerationSolver(boolean opensWithChains) {
        this.opensWithChains = opensWithChains;
    }

    /** Leaves the first incumbent to chains of moves that work on the same solve. */
    public static ColumnGenerationSolver besideChains() {
        return new ColumnGenerationSolver(false);
    }

    @Override
    public void solve(SolveContext context) {
        requirePossible(context.problem());
        ManyAlike.settle(context);
        Opening.placeGreedily(context);
        if (context.isOver(0)) {
            return;
        }
        if (opensWithChains) {
            improveOpening(context);
        }
        PriceSearch prices = new PriceSearch(context);
        prices.climbServerPrices();
        if (prices.reducedCosts() != null && prices.goesOn()) {
            prices.climbTwinPrices();
            generate(context, prices);
        }
        context.countNodes(prices.nodes());
    }

    private static void requirePossible(PlacementProblem problem) {
        NativeLibrary.problem().ifPresent(why -> {
            throw new UnsupportedProblemException("column-generation cannot run here: " + why);
        });
        long cells = (long) problem.twins() * problem.servers();
        if (cells > MAX_CELLS) {
            throw new UnsupportedProblemException("column-generation would need a linear program for " + cells
                    + " pairs of a twin and a server, more than the " + MAX_CELLS
                    + " that it is good for; use lagrangian");
        }
    }

    /** A budget of nodes is not spent on what counts in another unit. */
    private static void improveOpening(SolveContext context) {
        long nanos = context.budget().nanos();
        if (nanos < Long.MAX_VALUE && context.budget().nodes() == Long.MAX_VALUE) {
            Duration tenth = Duration.ofNanos(nanos / 10);
            Duration limit = tenth.compareTo(MAX_TIME_OF_CHAINS) < 0 ? tenth : MAX_TIME_OF_CHAINS;
            new EjectionChainSolver().solve(context.part("ejection-chain", limit, 1));
        }
    }

    private static void generate(SolveContext context, PriceSearch prices) {
        try (ColumnGeneration generation = new ColumnGeneration(context, prices)) {
            RepeatedStop stop = new RepeatedStop(generation::interrupt);
            CancellationToken.Registration registration = context.cancellation().onCancel(stop);
            try {
                generation.run(context.budget().isUnlimited() ? MAX_ROUNDS : Integer.MAX_VALUE);
            } finally {
                registration.remove();
                stop.end();
            }
        }
    }
}
