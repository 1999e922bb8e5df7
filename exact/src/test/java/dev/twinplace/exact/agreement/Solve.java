package dev.twinplace.exact.agreement;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.exact.OnThreads;
import java.util.Optional;

/** Asks our solvers about plain instances and puts their answers, or what they threw, among the claims. */
final class Solve {
    private Solve() {}

    static PlacementSolver solver(String id, int threads) {
        return OnThreads.of(threads, Solvers.create(id));
    }

    /**
     * Solves without limit.
     *
     * @return the answer; empty if the solver refused the instance or failed, which is a complaint unless it refused
     */
    static Optional<SolveResult> ask(String who, PlacementSolver solver, PlainInstance instance, Claims claims) {
        return ask(who, solver, Budget.UNLIMITED, new Variant(instance, claim -> claim), claims);
    }

    /** Solves a variant; what is claimed of it is taken back to the instance. */
    static Optional<SolveResult> ask(
            String who, PlacementSolver solver, Budget budget, Variant variant, Claims claims) {
        try {
            SolveResult result = solver.solve(variant.instance().toProblem(), budget, 0, IncumbentListener.NONE);
            if (isPossible(who, result, variant.instance(), claims)) {
                claims.add(variant.back().apply(Claim.of(who, result, variant.instance())));
            }
            return Optional.of(result);
        } catch (UnsupportedProblemException e) {
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            claims.complain(who + " threw " + e);
            return Optional.empty();
        }
    }

    /** Whether the placement, if there is one, is within all capacities; its cost must be the stated one. */
    private static boolean isPossible(String who, SolveResult result, PlainInstance instance, Claims claims) {
        if (result.placement().isEmpty()) {
            return true;
        }
        int[] serverOf = result.placement().get().toArray();
        boolean isFeasible = instance.isFeasible(serverOf);
        if (!isFeasible) {
            claims.complain(who + " is over a capacity of " + instance.name + ": " + result.placement());
        }
        double exact = instance.objective(serverOf).doubleValue();
        double rounding =
                (instance.twins() + 8) * 0x1p-53 * instance.magnitude(serverOf).doubleValue();
        if (!(Math.abs(result.cost() - exact) <= rounding)) {
            claims.complain(who + " says that a placement of " + exact + " costs " + result.cost());
        }
        return isFeasible;
    }
}
