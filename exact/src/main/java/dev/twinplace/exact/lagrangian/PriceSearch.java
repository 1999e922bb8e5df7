package dev.twinplace.exact.lagrangian;

import dev.twinplace.api.SolveContext;
import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;
import dev.twinplace.exact.bound.PriceRounding;
import dev.twinplace.exact.bound.ReducedCosts;
import dev.twinplace.exact.bound.ServerPriceSubgradient;
import dev.twinplace.exact.bound.TwinPriceSubgradient;
import dev.twinplace.problem.PlacementProblem;

/**
 * Prices of one solve: servers' first, then twins'. Raises the bound of the context and rounds relaxed solutions to placements
 * on the way. Belongs to one thread, except for {@link #reducedCosts}.
 */
public final class PriceSearch {
    /** Matrices of more cells take too long for prices of twins. */
    private static final long MAX_CELLS = 400_000;

    /** With more twins, local search takes longer than the climb and is for the best prices only. */
    private static final int MAX_TWINS_TO_IMPROVE_OFTEN = 2000;

    private static final int CANDIDATES = 6;
    private static final int FIRST_ROUNDING = 20;
    private static final int STEPS_BETWEEN_ROUNDINGS = 10;
    private static final int MAX_STEPS = 1000;
    private static final int TWIN_STEPS = 60;

    /** Length of the first step of a climb that follows another, relative to Polyak's. */
    private static final double LENGTH_OF_RESTART = 0.5;

    private static final double MIN_LENGTH = 0.06;

    /** A climb that closes a smaller share of the gap does not pay. */
    private static final double MIN_GAIN = 0.01;

    private final SolveContext context;
    private final PlacementProblem problem;
    private final boolean isLarge;
    private final ServerPriceSubgradient serverPrices;
    private final PriceRounding rounding;
    private final PricedPlacements placements;
    private final int[] partial;
    private volatile ReducedCosts reducedCosts;
    private AssignmentRelaxation relaxation;
    private TwinPriceSubgradient twinPrices;

    /** A placement on a server that the domains exclude costs at least this. */
    private double excludedFrom = Double.POSITIVE_INFINITY;

    /** The gap at the end of the last climb of twin prices. */
    private double lastGap = Double.POSITIVE_INFINITY;

    private double length = 1;
    private boolean stalled;
    private long nodes;
    private long otherNodes;

    /** For the reduced problem of a solve. O(M·R) memory. */
    public PriceSearch(SolveContext context) {
        this.context = context;
        problem = context.reduced();
        isLarge = (long) problem.twins() * problem.servers() > MAX_CELLS;
        serverPrices = new ServerPriceSubgradient(problem);
        rounding = new PriceRounding(problem, serverPrices.relaxation());
        placements = new PricedPlacements(context);
        partial = new int[problem.twins()];
    }

    /**
     * Prices of servers climb until their steps get too short to matter, and again from the best ones while that pays. They start
     * from those of an earlier solve, if there are any, and replace them.
     */
    public void climbServerPrices() {
        context.prices().of(problem.servers()).ifPresent(kept -> serverPrices.startFrom(kept, LENGTH_OF_RESTART));
        boolean pays = true;
        while (pays && goesOn()) {
            double before = serverPrices.bestBound();
            climbServerPricesOnce();
            pays = serverPrices.bestBound() - before > MIN_GAIN * (target() - before);
            serverPrices.restart(LENGTH_OF_RESTART);
        }
        serverPrices.restoreBest();
        context.prices().keep(serverPrices.bestPrices());
    }

    private void climbServerPricesOnce() {
        for (int step = 1; step < MAX_STEPS && goesOn() && serverPrices.isClimbing(); step++) {
            serverPrices.step(target());
            nodes++;
            context.raiseBound(serverPrices.bestBound());
            if (step >= FIRST_ROUNDING && step % STEPS_BETWEEN_ROUNDINGS == 0) {
                roundServerPrices(problem.twins() <= MAX_TWINS_TO_IMPROVE_OFTEN);
            }
        }
        serverPrices.restoreBest();
        if (goesOn()) {
            roundServerPrices(true);
        }
    }

    private void roundServerPrices(boolean improve) {
        rounding.round(partial);
        if (improve) {
            reducedCosts = new ReducedCosts(problem, serverPrices, CANDIDATES);
            placements.offer(partial, reducedCosts);
        } else {
            placements.offerQuickly(partial);
        }
    }

    /**
     * Prices of twins climb for a while, from where they were, on the servers that the incumbent has not excluded. Once that
     * has not paid, nothing happens until the gap has become smaller by other means.
     *
     * @return whether it paid
     */
    public boolean climbTwinPrices() {
        double gap = target() - context.lowerBound();
        boolean worthwhile = !stalled || gap < (1 - MIN_GAIN) * lastGap;
        if (isLarge || !worthwhile || !context.hasIncumbent() || !goesOn()) {
            return false;
        }
        double before = context.lowerBound();
        exclude();
        if (relaxation.domains().isContradiction()) {
            context.raiseBound(excludedFrom);
        } else {
            twinPrices.climb(TWIN_STEPS, length, target(), this::goesOn, this::evaluated);
            length = Math.max(MIN_LENGTH, length * LENGTH_OF_RESTART);
        }
        stalled = context.lowerBound() - before <= MIN_GAIN * gap && length == MIN_LENGTH;
        lastGap = target() - context.lowerBound();
        return !stalled;
    }

    /** As above, where a limit of nodes has been spent in part on something else. */
    void climbTwinPrices(long nodesSpentElsewhere) {
        otherNodes = nodesSpentElsewhere;
        climbTwinPrices();
    }

    private void exclude() {
        if (relaxation == null) {
            relaxation = new AssignmentRelaxation(problem, new Domains(problem));
            twinPrices = new TwinPriceSubgradient(relaxation);
            double[] start = serverPrices.twinPrices();
            System.arraycopy(start, 0, relaxation.prices(), 0, start.length);
        }
        if (context.hasIncumbent()) {
            excludedFrom = target();
            reducedCosts.exclude(relaxation.domains(), excludedFrom);
        }
    }

    private void evaluated(double bound) {
        context.raiseBound(Math.min(bound, excludedFrom));
        if (nodes++ % STEPS_BETWEEN_ROUNDINGS == 0) {
            round();
        }
    }

    /**
     * The relaxation, at the best prices of twins so far and on the servers that the incumbent has not excluded by now: for a
     * method that changes prices in another way. After a rounding of prices of servers; while nothing else is excluded.
     */
    public AssignmentRelaxation relaxation() {
        exclude();
        return relaxation;
    }

    /** Evaluates {@link #relaxation}, a node, unless the budget is spent. Returns whether it came to its end. */
    public boolean evaluate() {
        if (!goesOn()) {
            return false;
        }
        nodes++;
        return relaxation.evaluate(this::goesOn);
    }

    /**
     * Excludes what an evaluation at good prices shows to cost as much as the incumbent: a stronger test than that of reduced
     * costs, see {@link AssignmentRelaxation#boundDecisions}. Follows an evaluation that excluded nothing else.
     */
    public void excludeMore() {
        if (!context.hasIncumbent()) {
            return;
        }
        excludedFrom = target();
        if (!relaxation.boundDecisions(excludedFrom, this::goesOn)) {
            return;
        }
        Domains domains = relaxation.domains();
        for (int m = 0; m < problem.twins(); m++) {
            boolean decided = domains.isDecided(m); // has no bounds
            for (int s = 0; s < problem.servers() && !decided; s++) {
                if (domains.allows(m, s) && relaxation.boundOn(m, s) >= excludedFrom) {
                    domains.forbid(m, s);
                }
            }
        }
    }

    /**
     * Raises the bound of the context to that of an evaluation, which excluded nothing but what the incumbent excludes. An
     * infinite one without any incumbent proves that there is no placement.
     */
    public void raiseBound() {
        double bound = Math.min(relaxation.bound(), excludedFrom);
        if (bound == Double.POSITIVE_INFINITY) {
            context.proveInfeasible();
        } else {
            context.raiseBound(bound);
        }
    }

    /** Raises the bound of the context where all placements are excluded. */
    public void raiseBoundToExcluded() {
        context.raiseBound(excludedFrom);
    }

    /** Completes the outcome of the last evaluation to a placement, improves and offers it. */
    public void round() {
        relaxation.round(partial);
        placements.offer(partial, reducedCosts);
    }

    /** Whether the budget lasts and something is left to do. */
    public boolean goesOn() {
        return !context.isOver(nodes + otherNodes);
    }

    /** The cost below which placements count, or one to climb towards where there is no incumbent. */
    public double target() {
        if (context.hasIncumbent()) {
            return context.optimality().cutoff(context.excess());
        }
        return problem.costMagnitude() > 0 ? problem.costMagnitude() : 1;
    }

    /** Reduced costs at the latest prices of servers that were rounded; null before the first. */
    public ReducedCosts reducedCosts() {
        return reducedCosts;
    }

    /** Evaluations of a relaxation. */
    public long nodes() {
        return nodes;
    }
}
