package dev.twinplace.ddl.price;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.DecisionStage;
import dev.twinplace.api.RepeatedDecision;
import dev.twinplace.api.StageListener;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.heuristic.IteratedLocalSearch;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.MlpWorkspace;
import dev.twinplace.problem.ProblemView;

/**
 * Decides what a view holds, again and again, without allocating.
 *
 * <p>Each member states prices, at which twins choose servers; that makes K candidates, of which the most promising are
 * decoded. The best by cost are polished, the cheapest is the decision. How many are decoded and polished depends on the
 * number of twins: {@link ThoroughDecision}, {@link SelectiveDecision}. O(K·M·R), and what polishing takes. Belongs to one
 * thread.
 */
public abstract sealed class PriceDecision implements RepeatedDecision permits ThoroughDecision, SelectiveDecision {
    /** With more, decoding and polishing would take most of the time. */
    private static final int MAX_TWINS_THOROUGH = 32;

    final IncrementalCost placement;
    final ResourcePricing pricing;
    final PriceCandidates candidates;
    final StageListener listener;
    private final ProblemView problem;
    private final PriceEnsemble ensemble;
    private final PriceStages stages;
    private final Kernels kernels = KernelSelection.kernels();
    private final SharedResources resources;
    private final ResourceFeatures features;
    private final MlpWorkspace workspace;
    private final double[] prices;
    private final int[] decision;
    private final IteratedLocalSearch iterated; // null without it
    private double cost;
    private int decidedAt;
    private double lowerBound;
    private int boundingMember;
    private long steps;
    private long looked;

    PriceDecision(PriceModel model, ProblemView problem, PriceStages stages, StageListener listener) {
        this.problem = problem;
        this.stages = stages;
        this.listener = listener;
        ensemble = model.ensemble();
        resources = new SharedResources(problem);
        pricing = new ResourcePricing(problem, resources);
        features = new ResourceFeatures(problem, resources);
        workspace = MlpWorkspace.forInference(ensemble.shape(), 2 * problem.servers());
        placement = new IncrementalCost(problem);
        PriceDecoder decoder = new PriceDecoder(problem, resources, pricing.choice(), placement, stages.repairRounds());
        candidates = new PriceCandidates(decoder, placement, ensemble.members(), listener);
        prices = new double[(ensemble.members() + 1) * 2 * problem.servers()];
        decision = new int[problem.twins()];
        iterated = stages.polish() == Polish.ITERATED ? new IteratedLocalSearch(placement) : null;
    }

    /** Makes room for what a view will hold. */
    public static PriceDecision of(PriceModel model, ProblemView problem, Polish polish) {
        return of(model, problem, polish, StageListener.NONE);
    }

    /** As above; tells the listener when a stage ends. */
    public static PriceDecision of(PriceModel model, ProblemView problem, Polish polish, StageListener listener) {
        return of(model, problem, PriceStages.endingWith(polish), listener);
    }

    /** As above, with these stages after the networks'. */
    public static PriceDecision of(PriceModel model, ProblemView problem, PriceStages stages, StageListener listener) {
        return polishesSeveral(problem.twins())
                ? new ThoroughDecision(model, problem, stages, listener)
                : new SelectiveDecision(model, problem, stages, listener);
    }

    /** Decides with seed 0. */
    public final boolean decide(BudgetMeter meter) {
        return decide(meter, 0);
    }

    /**
     * Decides.
     *
     * @param meter ends the polishing early
     * @param seed of what {@link Polish#ITERATED} draws
     * @return whether a feasible placement was found
     */
    @Override
    public final boolean decide(BudgetMeter meter, long seed) {
        boolean isPlaced = place(meter);
        iterate(meter, seed);
        listener.ended(DecisionStage.POLISH);
        return isPlaced;
    }

    /** Decides, but for {@link #iterate}. */
    final boolean place(BudgetMeter meter) {
        resources.read();
        pricing.read();
        candidates.clear();
        cost = Double.POSITIVE_INFINITY;
        steps = 0;
        looked = 0;
        choose(ensemble.members()); // behind those of all members stand prices of 0
        lowerBound = pricing.lowerBound();
        boundingMember = ensemble.members();
        if (resources.count() == 0) {
            listener.ended(DecisionStage.FEATURES);
            candidates.decode(0);
        } else {
            features.write(pricing.choice(), workspace.input(), ensemble.shape().stride(0));
            listener.ended(DecisionStage.FEATURES);
            propose(meter);
        }
        for (int i = 0; i < polished(stages); i++) {
            polishCheapest(meter);
        }
        return cost < Double.POSITIVE_INFINITY;
    }

    /** Whether more than one placement of so many twins is polished. */
    public static boolean polishesSeveral(int twins) {
        return twins <= MAX_TWINS_THOROUGH;
    }

    private int pricesAt(int member) {
        return member * 2 * problem.servers();
    }

    /** A spent budget leaves out members after the first. */
    private void propose(BudgetMeter meter) {
        boolean bounded = !problem.hasContention();
        int proposed = 0;
        for (int k = 0; k < ensemble.members() && (k == 0 || !meter.isSpent(0)); k++) {
            proposed++;
            ensemble.statePrices(kernels, k, workspace, resources.count(), prices, pricesAt(k));
            listener.ended(DecisionStage.FORWARD);
            choose(k);
            if (bounded && pricing.lowerBound() > lowerBound) {
                lowerBound = pricing.lowerBound();
                boundingMember = k;
            }
            consider(k, bounded);
        }
        decodeRest(proposed, meter);
    }

    /** Lets the twins choose at the prices that a member stated. */
    final void choose(int member) {
        looked += (long) problem.twins() * problem.servers();
        pricing.choose(prices, pricesAt(member));
    }

    /**
     * Looks at what the twins have chosen at a member's prices.
     *
     * @param bounded whether these prices prove a bound
     */
    abstract void consider(int member, boolean bounded);

    /** Decodes what the first members proposed and is not decoded yet, as far as that pays. */
    abstract void decodeRest(int proposed, BudgetMeter meter);

    /** How many candidates are polished. */
    abstract int polished(PriceStages how);

    /** Improves the placement, which was decoded at the prices of the last choice; returns the steps taken. */
    abstract long improve(BudgetMeter meter, long stepsBefore);

    /** Moves and swaps that the last {@link #improve} compared. */
    abstract long lookedByPolish();

    private void polishCheapest(BudgetMeter meter) {
        int candidate = candidates.cheapest();
        if (candidate < 0) {
            return;
        }
        candidates.take(candidate);
        if (stages.polish() != Polish.NONE) {
            pricing.set(prices, pricesAt(candidate));
            steps += improve(meter, steps);
            looked += lookedByPolish();
        }
        if (placement.cost() < cost) {
            decidedAt = candidate;
            keep();
        }
    }

    /** Polishes the decision further, if that is the last stage and it may be improved; returns whether it did so. */
    final boolean iterate(BudgetMeter meter, long seed) {
        if (iterated == null || resources.count() == 0 || cost == Double.POSITIVE_INFINITY || cost <= lowerBound) {
            return false;
        }
        double before = cost;
        placement.reset(decision);
        pricing.set(prices, pricesAt(decidedAt));
        steps += iterated.improve(pricing.choice().demandPrices(), meter, steps, seed);
        looked += iterated.looked();
        keep();
        return cost < before;
    }

    private void keep() {
        cost = placement.cost();
        placement.copyTo(decision);
    }

    @Override
    public final int[] placement() {
        return decision;
    }

    /** Of the placement, by running sums; infinite if none was found. */
    public final double cost() {
        return cost;
    }

    /** At most the cost of any placement: the best that the members' prices prove. */
    @Override
    public final double lowerBound() {
        return lowerBound;
    }

    /** What each server charges for a unit of demand at the prices that prove {@link #lowerBound}; a new array of length R. */
    final double[] boundingPrices() {
        pricing.set(prices, pricesAt(boundingMember));
        return pricing.choice().demandPrices().clone();
    }

    /** How many different placements were decoded. Compares each with each: not for hot paths. */
    final int distinctCandidates() {
        return candidates.distinct();
    }

    /** Moves and swaps of the polishing. */
    public final long steps() {
        return steps;
    }

    /**
     * Pairs of a twin and a server, moves and swaps that were compared: an effort that does not depend on the clock. The
     * arithmetic of the networks is not part of it.
     */
    public final long looked() {
        return looked + candidates.looked();
    }
}
