package dev.twinplace.ddl.price;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.ddl.DecisionStage;
import dev.twinplace.ddl.StageListener;
import dev.twinplace.heuristic.LocalSearch;
import dev.twinplace.heuristic.PricedLocalSearch;
import dev.twinplace.kernel.KernelSelection;
import dev.twinplace.kernel.Kernels;
import dev.twinplace.nn.MlpWorkspace;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/**
 * Decides one problem, and again whenever that was {@linkplain dev.twinplace.problem.ScenarioCompiler#recompile
 * recompiled}, without allocating: for callers that decide repeatedly. Others use {@link PriceSolver}.
 *
 * <p>Each member states prices, at which twins choose servers; that makes K candidates, of which the most promising are
 * decoded: all where twins are few, otherwise {@value #CANDIDATES_DECODED} by the bound that their prices prove, or by what
 * the twins' choices would cost. The best by cost are polished, the cheapest is the decision. O(K·M·R), and what polishing
 * takes. Belongs to one thread.
 */
public final class PriceDecision {
    /** With more, decoding and polishing take most of the time: then fewer candidates are decoded, and one is polished. */
    private static final int FEW_TWINS = 32;

    private static final int CANDIDATES_POLISHED = 3;
    private static final int CANDIDATES_DECODED = 4;

    private final PlacementProblem problem;
    private final PriceEnsemble ensemble;
    private final Polish polish;
    private final StageListener listener;
    private final Kernels kernels = KernelSelection.kernels();
    private final SharedResources resources;
    private final PricedChoice choice;
    private final ResourceFeatures features;
    private final MlpWorkspace workspace;
    private final IncrementalCost placement;
    private final PriceDecoder decoder;
    private final LocalSearch localSearch;
    private final PricedLocalSearch pricedLocalSearch;
    private final double[] prices;
    private final double[] costs;
    private final double[] promises;
    private final CostEvaluator evaluator;
    private final int[][] candidates;
    private final boolean[] decoded;
    private final int[] decision;
    private double cost;
    private double lowerBound;
    private long steps;

    /** Makes room for a problem of this size. The problem may be recompiled between decisions. */
    public PriceDecision(PriceModel model, PlacementProblem problem, Polish polish) {
        this(model, problem, polish, StageListener.NONE);
    }

    /** As above; tells the listener when a stage ends. */
    public PriceDecision(PriceModel model, PlacementProblem problem, Polish polish, StageListener listener) {
        this.problem = problem;
        this.polish = polish;
        this.listener = listener;
        ensemble = model.ensemble();
        resources = new SharedResources(problem);
        choice = new PricedChoice(problem, resources);
        features = new ResourceFeatures(problem, resources);
        workspace = MlpWorkspace.forInference(ensemble.shape(), 2 * problem.servers());
        placement = new IncrementalCost(problem);
        decoder = new PriceDecoder(problem, resources, choice, placement);
        localSearch = new LocalSearch(placement);
        pricedLocalSearch = new PricedLocalSearch(placement);
        prices = new double[(ensemble.members() + 1) * 2 * problem.servers()];
        costs = new double[ensemble.members()];
        promises = new double[ensemble.members()];
        evaluator = new CostEvaluator(problem);
        candidates = new int[ensemble.members()][problem.twins()];
        decoded = new boolean[ensemble.members()];
        decision = new int[problem.twins()];
    }

    /**
     * Decides.
     *
     * @param meter ends the polishing early
     * @return whether a feasible placement was found
     */
    public boolean decide(BudgetMeter meter) {
        resources.read();
        cost = Double.POSITIVE_INFINITY;
        lowerBound = Double.NEGATIVE_INFINITY;
        steps = 0;
        choice.choose(prices, freePrices());
        lowerBound = choice.lowerBound();
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Arrays.fill(promises, Double.NEGATIVE_INFINITY);
        Arrays.fill(decoded, false);
        if (resources.count() == 0) {
            listener.ended(DecisionStage.FEATURES);
            decode(0);
        } else {
            features.write(choice, workspace.input(), ensemble.shape().stride(0));
            listener.ended(DecisionStage.FEATURES);
            propose(meter);
        }
        int polished = polish == Polish.LOCAL_SEARCH && problem.twins() <= FEW_TWINS ? CANDIDATES_POLISHED : 1;
        for (int i = 0; i < polished; i++) {
            take(indexOfMost(costs, -1), meter);
        }
        listener.ended(DecisionStage.POLISH);
        return cost < Double.POSITIVE_INFINITY;
    }

    /** Behind those of all members stand prices of 0. */
    private int freePrices() {
        return ensemble.members() * 2 * problem.servers();
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
            choice.choose(prices, pricesAt(k));
            if (bounded) {
                lowerBound = Math.max(lowerBound, choice.lowerBound());
            }
            if (problem.twins() <= FEW_TWINS) {
                decode(k);
            } else {
                listener.ended(DecisionStage.DECODE);
                promises[k] = bounded ? choice.lowerBound() : -choice.cost(evaluator);
                listener.ended(DecisionStage.EVALUATE);
            }
        }
        int decodedLater = problem.twins() <= FEW_TWINS ? 0 : Math.min(CANDIDATES_DECODED, proposed);
        for (int i = 0; i < decodedLater && (i == 0 || !meter.isSpent(0)); i++) {
            int k = indexOfMost(promises, 1);
            promises[k] = Double.NEGATIVE_INFINITY;
            choice.choose(prices, pricesAt(k));
            decode(k);
        }
    }

    private void decode(int member) {
        decoder.decode();
        listener.ended(DecisionStage.DECODE);
        decoder.repair();
        listener.ended(DecisionStage.REPAIR);
        decoded[member] = true;
        costs[member] = placement.overload() > 0 ? Double.POSITIVE_INFINITY : placement.cost();
        placement.copyTo(candidates[member]);
        listener.ended(DecisionStage.EVALUATE);
    }

    private static int indexOfMost(double[] values, int sign) {
        int most = 0;
        for (int k = 1; k < values.length; k++) {
            if (sign * values[k] > sign * values[most]) {
                most = k;
            }
        }
        return most;
    }

    /** Polishes a candidate, keeps it if it is the best so far, and strikes it off. */
    private void take(int candidate, BudgetMeter meter) {
        if (costs[candidate] == Double.POSITIVE_INFINITY) {
            return;
        }
        costs[candidate] = Double.POSITIVE_INFINITY;
        placement.reset(candidates[candidate]);
        if (polish == Polish.LOCAL_SEARCH) {
            steps += improve(candidate, meter);
        }
        if (placement.cost() < cost) {
            cost = placement.cost();
            placement.copyTo(decision);
        }
    }

    private long improve(int candidate, BudgetMeter meter) {
        if (problem.twins() <= FEW_TWINS) {
            return localSearch.improve(meter, steps);
        }
        resources.spreadPrices(prices, pricesAt(candidate), choice.perDemand(), choice.perShare());
        return pricedLocalSearch.improve(choice.perDemand(), meter, steps);
    }

    /** The server of each twin, after {@link #decide} found a placement. The array itself, overwritten by the next. */
    public int[] placement() {
        return decision;
    }

    /** Of the placement, by running sums; infinite if none was found. */
    public double cost() {
        return cost;
    }

    /** At most the cost of any placement: the best that the members' prices prove. */
    public double lowerBound() {
        return lowerBound;
    }

    /** How many different placements the members proposed. Compares each with each: not for hot paths. */
    int distinctCandidates() {
        int distinct = 0;
        for (int k = 0; k < candidates.length; k++) {
            boolean seen = !decoded[k];
            for (int earlier = 0; earlier < k; earlier++) {
                seen |= decoded[earlier] && Arrays.equals(candidates[k], candidates[earlier]);
            }
            distinct += seen ? 0 : 1;
        }
        return distinct;
    }

    /** Moves and swaps of the polishing. */
    public long steps() {
        return steps;
    }
}
