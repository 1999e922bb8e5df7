package dev.twinplace.api;

import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemInstance;
import java.util.Optional;

/**
 * What a solver is asked: a problem, and how it may go about it.
 *
 * @param problem to solve
 * @param scenario that the problem was compiled from, for solvers that see more than costs; empty if there is none
 * @param budget when to stop
 * @param seed for solvers that draw; others ignore it
 * @param threads how many a solver may use, at least 1
 * @param start a placement to begin with, which the answer is never worse than; ignored if it exceeds a capacity
 * @param listener told of each improvement
 * @param cancellation ends the solve from outside
 * @param prices of an earlier solve of a similar problem, for solvers that climb to prices, which leave theirs there
 */
public record SolveRequest(
        PlacementProblem problem,
        Optional<Scenario> scenario,
        Budget budget,
        long seed,
        int threads,
        Optional<Placement> start,
        IncumbentListener listener,
        CancellationToken cancellation,
        KeptPrices prices) {
    public SolveRequest {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be at least 1, but was " + threads);
        }
        if (start.isPresent() && start.get().twins() != problem.twins()) {
            throw new IllegalArgumentException("start: must place " + problem.twins() + " twins, but places "
                    + start.get().twins());
        }
    }

    /** Without limit, on one thread, with seed 0, from scratch. */
    public static SolveRequest of(PlacementProblem problem) {
        return new SolveRequest(
                problem,
                Optional.empty(),
                Budget.UNLIMITED,
                0,
                1,
                Optional.empty(),
                IncumbentListener.NONE,
                new CancellationToken(),
                new KeptPrices());
    }

    /** Of the problem of a scenario: as above. */
    public static SolveRequest of(ProblemInstance instance) {
        return of(instance.problem()).withScenario(instance.scenario());
    }

    private SolveRequest withScenario(Optional<Scenario> origin) {
        return new SolveRequest(problem, origin, budget, seed, threads, start, listener, cancellation, prices);
    }

    public SolveRequest withBudget(Budget limit) {
        return new SolveRequest(problem, scenario, limit, seed, threads, start, listener, cancellation, prices);
    }

    public SolveRequest withSeed(long value) {
        return new SolveRequest(problem, scenario, budget, value, threads, start, listener, cancellation, prices);
    }

    public SolveRequest withThreads(int number) {
        return new SolveRequest(problem, scenario, budget, seed, number, start, listener, cancellation, prices);
    }

    public SolveRequest withStart(Placement placement) {
        return new SolveRequest(
                problem, scenario, budget, seed, threads, Optional.of(placement), listener, cancellation, prices);
    }

    public SolveRequest withListener(IncumbentListener told) {
        return new SolveRequest(problem, scenario, budget, seed, threads, start, told, cancellation, prices);
    }

    public SolveRequest withCancellation(CancellationToken token) {
        return new SolveRequest(problem, scenario, budget, seed, threads, start, listener, token, prices);
    }

    public SolveRequest withPrices(KeptPrices kept) {
        return new SolveRequest(problem, scenario, budget, seed, threads, start, listener, cancellation, kept);
    }
}
