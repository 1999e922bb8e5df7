package dev.twinplace.exact.lagrangian;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;

/** What {@link LagrangianSolver} knows of one problem: the best placement and the best bound, and how to get better ones. */
final class LagrangianSearch {
    /** Matrices of more cells take too long for prices of twins. */
    private static final long MOST_CELLS = 200_000;

    private static final int FIRST_ROUNDING = 20;
    private static final int STEPS_BETWEEN_ROUNDINGS = 10;
    private static final int MOST_STEPS = 1000;
    private static final int ROUNDINGS_AT_THE_TOP = 10;
    private static final int MOST_TWINS_TO_IMPROVE_OFTEN = 2000;

    /** What the cost may exceed the bound by to count as met, relatively. */
    private static final double NEGLIGIBLE = 0.5e-9;

    private final PlacementProblem problem;
    private final BudgetMeter meter;
    private final BudgetMeter clock;
    private final IncumbentListener listener;
    private final Completion completion;
    private final PriceAscent serverPrices;
    private final PriceRounding rounding;
    private final int[] partial;
    private final int[] best;
    private double cost = Double.POSITIVE_INFINITY;
    private double lowerBound;
    private long nodes;

    LagrangianSearch(PlacementProblem problem, double lowerBound, BudgetMeter meter, IncumbentListener listener) {
        this.problem = problem;
        this.lowerBound = lowerBound;
        this.meter = meter;
        this.listener = listener;
        clock = meter.ofTimeAlone();
        completion = new Completion(problem);
        serverPrices = new PriceAscent(problem);
        rounding = new PriceRounding(problem, serverPrices.relaxation());
        partial = Completion.nothing(problem);
        best = new int[problem.twins()];
    }

    /** Places what is not placed yet, soon at any size: climbing wants a cost to climb to. */
    void placeGreedily() {
        if (completion.completeGreedily(partial, clock)) {
            offer(completion.placement());
        } else if (cost == Double.POSITIVE_INFINITY) {
            completePartial(); // dear, but it repairs what is over a capacity
        }
    }

    /** Until steps get too short to matter. With many twins, local search is for the best prices only. */
    void climbServerPrices() {
        for (int step = 1; step < MOST_STEPS && goesOn() && serverPrices.isClimbing(); step++) {
            climb();
            if (step > FIRST_ROUNDING && step % STEPS_BETWEEN_ROUNDINGS == 0) {
                roundServerPrices(problem.twins() <= MOST_TWINS_TO_IMPROVE_OFTEN);
            }
        }
        serverPrices.restoreBest();
        for (int i = 0; i < ROUNDINGS_AT_THE_TOP && goesOn(); i++) {
            roundServerPrices(true);
            climb();
        }
        serverPrices.restoreBest();
    }

    private void climb() {
        serverPrices.step(target());
        nodes++;
        raiseBound(serverPrices.bestBound());
    }

    private void roundServerPrices(boolean improve) {
        rounding.round(partial);
        if (improve) {
            completePartial();
        } else {
            placeGreedily();
        }
    }

    /** From where prices of servers have led. */
    void climbTwinPrices() {
        if ((long) problem.twins() * problem.servers() > MOST_CELLS || !goesOn()) {
            return;
        }
        AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
        System.arraycopy(serverPrices.twinPrices(), 0, relaxation.prices(), 0, problem.twins());
        MultiplierAscent ascent = new MultiplierAscent(relaxation);
        ascent.climb(MOST_STEPS, 1, target(), this::goesOn, bound -> {
            raiseBound(bound);
            if (nodes++ % STEPS_BETWEEN_ROUNDINGS == 0) {
                relaxation.round(partial);
                completePartial();
            }
        });
    }

    private boolean goesOn() {
        return !meter.isSpent(nodes) && lowerBound < target();
    }

    private double target() {
        return cost < Double.POSITIVE_INFINITY ? cost - NEGLIGIBLE * Math.abs(cost) : beyondAnyCost();
    }

    private double beyondAnyCost() {
        return problem.costMagnitude() > 0 ? problem.costMagnitude() : 1;
    }

    private void raiseBound(double bound) {
        if (bound > lowerBound) {
            lowerBound = bound;
            tell();
        }
    }

    private void completePartial() {
        if (completion.complete(partial, clock)) {
            offer(completion.placement());
        }
    }

    private void offer(IncrementalCost candidate) {
        if (candidate.cost() < cost) {
            cost = candidate.cost();
            candidate.copyTo(best);
            tell();
        }
    }

    private void tell() {
        if (cost < Double.POSITIVE_INFINITY) {
            listener.improved(cost, Math.min(lowerBound, cost), meter.elapsed());
        }
    }

    SolveResult result() {
        if (cost == Double.POSITIVE_INFINITY) {
            return SolveResult.unknown(lowerBound, nodes, meter.elapsed());
        }
        double bound = Math.min(lowerBound, cost - NEGLIGIBLE * Math.abs(cost));
        return SolveResult.of(problem, best, bound, nodes, meter.elapsed());
    }
}
