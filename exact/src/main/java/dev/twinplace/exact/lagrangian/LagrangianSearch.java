package dev.twinplace.exact.lagrangian;

import dev.twinplace.api.BudgetMeter;
import dev.twinplace.api.SolveContext;
import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;
import dev.twinplace.exact.bound.PriceRounding;
import dev.twinplace.exact.bound.PrimalHeuristic;
import dev.twinplace.exact.bound.ServerPriceSubgradient;
import dev.twinplace.exact.bound.TwinPriceSubgradient;
import dev.twinplace.problem.PlacementProblem;

/** One run of {@link LagrangianSolver}: how to get better placements and better bounds for the context. */
final class LagrangianSearch {
    /** Matrices of more cells take too long for prices of twins. */
    private static final long MAX_CELLS = 200_000;

    private static final int FIRST_ROUNDING = 20;
    private static final int STEPS_BETWEEN_ROUNDINGS = 10;
    private static final int MAX_STEPS = 1000;
    private static final int ROUNDINGS_AT_THE_TOP = 10;
    private static final int MAX_TWINS_TO_IMPROVE_OFTEN = 2000;

    private final SolveContext context;
    private final PlacementProblem problem;
    private final BudgetMeter clock;
    private final PrimalHeuristic completion;
    private final ServerPriceSubgradient serverPrices;
    private final PriceRounding rounding;
    private final int[] partial;
    private final int[] complete;
    private long nodes;

    LagrangianSearch(SolveContext context) {
        this.context = context;
        problem = context.reduced();
        clock = context.meter().ofTimeAlone();
        completion = new PrimalHeuristic(problem);
        serverPrices = new ServerPriceSubgradient(problem);
        rounding = new PriceRounding(problem, serverPrices.relaxation());
        partial = PrimalHeuristic.nothing(problem);
        complete = new int[problem.twins()];
    }

    /** Places what is not placed yet. */
    private void placeGreedily() {
        if (completion.completeGreedily(partial, clock)) {
            offer(completion.placement());
        } else if (!context.hasIncumbent()) {
            completePartial(); // takes longer, but repairs what is over a capacity
        }
    }

    /** Until steps get too short to matter. With many twins, local search is for the best prices only. */
    void climbServerPrices() {
        for (int step = 1; step < MAX_STEPS && goesOn() && serverPrices.isClimbing(); step++) {
            climb();
            if (step > FIRST_ROUNDING && step % STEPS_BETWEEN_ROUNDINGS == 0) {
                roundServerPrices(problem.twins() <= MAX_TWINS_TO_IMPROVE_OFTEN);
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
        context.raiseBound(serverPrices.bestBound());
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
        if ((long) problem.twins() * problem.servers() > MAX_CELLS || !goesOn()) {
            return;
        }
        AssignmentRelaxation relaxation = new AssignmentRelaxation(problem, new Domains(problem));
        System.arraycopy(serverPrices.twinPrices(), 0, relaxation.prices(), 0, problem.twins());
        TwinPriceSubgradient ascent = new TwinPriceSubgradient(relaxation);
        ascent.climb(MAX_STEPS, 1, target(), this::goesOn, bound -> {
            context.raiseBound(bound);
            if (nodes++ % STEPS_BETWEEN_ROUNDINGS == 0) {
                relaxation.round(partial);
                completePartial();
            }
        });
    }

    private boolean goesOn() {
        return !context.isOver(nodes);
    }

    private double target() {
        if (context.hasIncumbent()) {
            return context.optimality().cutoff(context.excess());
        }
        return problem.costMagnitude() > 0 ? problem.costMagnitude() : 1;
    }

    private void completePartial() {
        if (completion.complete(partial, clock)) {
            offer(completion.placement());
        }
    }

    private void offer(IncrementalCost candidate) {
        candidate.copyTo(complete);
        context.offer(complete);
    }

    /** Evaluations of a relaxation. */
    long nodes() {
        return nodes;
    }
}
