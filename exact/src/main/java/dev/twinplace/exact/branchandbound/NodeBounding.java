package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;
import dev.twinplace.exact.bound.PrimalHeuristic;
import dev.twinplace.exact.bound.SidePropagation;
import dev.twinplace.exact.bound.TwinPriceSubgradient;
import dev.twinplace.problem.PlacementProblem;
import java.util.function.BooleanSupplier;

/**
 * Decides whether a node of the search is done with.
 *
 * <p>Prices climb for a few steps. If their bound does not yet exceed the incumbent, each decision left is bounded by itself
 * and those that cannot lead to a better placement are excluded (reduced-cost fixing; for generalised assignment see Posta,
 * Ferland and Michelon, Computational Optimization and Applications 52, 2012). While that excludes a fair share, both are
 * repeated. The relaxed solutions on the way are rounded to placements. Before each climb twins lose the servers on which side
 * constraints leave them no room beside the twins decided there.
 */
final class NodeBounding {
    private static final int STEPS = 16;
    private static final int FIRST_STEPS_AT_ROOT = 15;
    private static final int STEPS_AT_ROOT_PER_TWIN = 2;
    private static final int MAX_ROUNDS = 6;
    private static final int EVALUATIONS_BETWEEN_ROUNDINGS = 16;

    /** Of the decisions left, the share that must be excluded to make another round worth it. */
    private static final double FAIR_SHARE = 0.1;

    /** What is known of a node: every node ends in exactly one of these ways. */
    enum Verdict {
        /** Nothing in it is better than the incumbent. */
        BOUND,
        /** Nothing is in it. */
        CONTRADICTION,
        /** One placement was in it, which has been offered to the incumbent. */
        PLACEMENT,
        /** Something better may be in it, and some twin is undecided. */
        BRANCH,
        /** The clock ran out. */
        UNFINISHED
    }

    private final int twins;
    private final int servers;
    private final Domains domains;
    private final AssignmentRelaxation relaxation;
    private final Dominance dominance;
    private final SidePropagation limits;
    private final TwinPriceSubgradient ascent;
    private final PrimalHeuristic completion;
    private final PlacementProblem problem;
    private final CostEvaluator definition;
    private final int[] partial;
    private final BudgetMeter time;
    /** Made once: a node allocates nothing. */
    private final TwinPriceSubgradient.Observer observer = this::offerNowAndThen;

    private final BooleanSupplier goesOn;
    private Incumbent incumbent;
    private int evaluations;
    private double lowerBound;

    NodeBounding(PlacementProblem problem, AssignmentRelaxation relaxation, Dominance dominance, BudgetMeter time) {
        this.problem = problem;
        definition = new CostEvaluator(problem);
        twins = problem.twins();
        servers = problem.servers();
        domains = relaxation.domains();
        this.relaxation = relaxation;
        this.dominance = dominance;
        limits = new SidePropagation(problem);
        this.time = time;
        goesOn = () -> !time.isSpent(0);
        ascent = new TwinPriceSubgradient(relaxation);
        completion = new PrimalHeuristic(problem);
        partial = new int[twins];
    }

    /** At most the excess of any placement in the node judged last, at the prices that the relaxation has. */
    double lowerBound() {
        return lowerBound;
    }

    /**
     * Judges the node that the domains describe, and takes from them what it excludes.
     *
     * @param best improved in place
     * @param proof told what was excluded and how the node ends, unless by branching; null if no certificate is written
     */
    Verdict bound(boolean isRoot, Incumbent best, ProofNode proof) {
        Verdict verdict = judge(isRoot, best, proof);
        if (proof != null) {
            switch (verdict) {
                case BOUND -> proof.closeByBound(relaxation.prices());
                case CONTRADICTION -> proof.close(ProofNode.Close.CONTRADICTION);
                case PLACEMENT -> proof.close(ProofNode.Close.PLACEMENT);
                case BRANCH, UNFINISHED -> {}
            }
        }
        return verdict;
    }

    private Verdict judge(boolean isRoot, Incumbent best, ProofNode proof) {
        incumbent = best;
        evaluations = 0;
        lowerBound = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            followRules(proof);
            if (domains.isContradiction()) {
                return Verdict.CONTRADICTION;
            }
            if (domains.isComplete()) {
                return offerOnlyPlacement();
            }
            lowerBound = climb(isRoot, round);
            if (time.isSpent(0)) {
                return Verdict.UNFINISHED;
            }
            if (lowerBound < incumbent.cutoff()) {
                offerRoundedRelaxation();
            }
            if (lowerBound >= incumbent.cutoff()) {
                return Verdict.BOUND;
            }
            if (!relaxation.boundDecisions(incumbent.cutoff(), goesOn)) {
                return Verdict.UNFINISHED;
            }
            boolean fair = excludeDecisions(proof) >= FAIR_SHARE;
            if (domains.isContradiction()) {
                return Verdict.CONTRADICTION;
            }
            if (!fair && !(isRoot && round == 0)) {
                break;
            }
        }
        return domains.isComplete() ? offerOnlyPlacement() : Verdict.BRANCH;
    }

    /** Takes away what follows from decisions, costs aside. */
    private void followRules(ProofNode proof) {
        boolean changed;
        do {
            int before = domains.mark();
            dominance.orderTwinsAlike(domains);
            int ordered = domains.mark();
            limits.propagate(domains);
            if (proof != null) {
                proof.exclude(ProofNode.Reason.ALIKE, null, domains.takenBetween(before, ordered));
                proof.exclude(ProofNode.Reason.LIMITS, null, domains.takenSince(ordered));
            }
            changed = domains.mark() > ordered;
        } while (changed && !domains.isContradiction());
    }

    /** All twins are decided: the placement is looked at and its bound is not. */
    private Verdict offerOnlyPlacement() {
        for (int m = 0; m < twins; m++) {
            partial[m] = domains.onlyServer(m);
        }
        offer(partial);
        return Verdict.PLACEMENT;
    }

    private void offer(int[] serverOf) {
        double excess = definition.cost(serverOf);
        if (excess < incumbent.excess() && PlacementChecker.isFeasible(problem, serverOf)) {
            incumbent.replace(serverOf, excess);
        }
    }

    private double climb(boolean isRoot, int round) {
        int steps = STEPS;
        if (isRoot && round < 2) {
            steps = round == 0 ? FIRST_STEPS_AT_ROOT : STEPS_AT_ROOT_PER_TWIN * twins;
        }
        return ascent.climb(steps, round == 0 ? 1 : 0.5, incumbent.cutoff(), goesOn, observer);
    }

    private void offerRoundedRelaxation() {
        relaxation.round(partial);
        if (completion.complete(partial, time)) {
            completion.placement().copyTo(partial);
            offer(partial);
        }
    }

    private void offerNowAndThen(double ignored) {
        if (++evaluations % EVALUATIONS_BETWEEN_ROUNDINGS == 0) {
            offerRoundedRelaxation();
        }
    }

    /** Returns the share of the decisions left that could be excluded. */
    private double excludeDecisions(ProofNode proof) {
        double cutoff = incumbent.cutoff();
        int mark = domains.mark();
        int left = 0;
        int excluded = 0;
        for (int m = 0; m < twins; m++) {
            if (domains.isDecided(m)) {
                continue;
            }
            left += domains.serversLeft(m);
            for (int s = 0; s < servers; s++) {
                if (domains.allows(m, s) && relaxation.boundOn(m, s) >= cutoff) {
                    domains.forbid(m, s);
                    excluded++;
                }
            }
        }
        if (proof != null) {
            proof.exclude(ProofNode.Reason.PRICES, relaxation.prices(), domains.takenSince(mark));
        }
        return left == 0 ? 0 : (double) excluded / left;
    }
}
