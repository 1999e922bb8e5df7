package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.SolveContext;
import dev.twinplace.exact.linear.Linearisation;
import dev.twinplace.problem.PlacementProblem;
import java.util.function.IntToDoubleFunction;

/** What solvers of the {@link Linearisation} answer, in terms of the problem. */
final class LinearAnswers {
    /** The relative error that programs in floating point, of tolerances of 1e-6, may make in a bound. */
    static final double TOLERANCE = 1e-6;

    private LinearAnswers() {}

    /** The server of each twin, given the value of each variable. */
    static int[] placement(PlacementProblem problem, IntToDoubleFunction values) {
        int[] serverOf = new int[problem.twins()];
        for (int m = 0; m < serverOf.length; m++) {
            for (int s = 0; s < problem.servers(); s++) {
                if (values.applyAsDouble(m * problem.servers() + s) > 0.5) {
                    serverOf[m] = s;
                }
            }
        }
        return serverOf;
    }

    /**
     * Raises the bound to what such a program claims, less the {@link #TOLERANCE}; never above the incumbent, which may cost less
     * than the program's variables say.
     */
    static void raise(SolveContext context, double claimed) {
        double bound = claimed - TOLERANCE * Math.abs(claimed);
        context.raiseCostBound(Math.min(bound, context.result().cost()));
    }
}
