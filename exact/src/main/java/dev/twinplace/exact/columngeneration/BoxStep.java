package dev.twinplace.exact.columngeneration;

import dev.twinplace.api.SolveContext;
import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.lagrangian.PriceSearch;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/**
 * Raises the bound of an {@link AssignmentRelaxation}: the master program proposes prices, and their evaluation generates the
 * columns that it lacks.
 *
 * <p>Left alone, such proposals jump about, and the bound with them. Here they stay in a box around the best prices so far
 * (Marsten, Hogan and Blankenship, Operations Research 23, 1975). The box grows where the bound gains most of what the master
 * program promises, and shrinks where it falls. When nothing more is promised and the box does not bind, the bound is the
 * optimum of the master program with all columns. Unlike in the paper the box moves with each gain, before its own optimum
 * is known.
 */
final class BoxStep {
    /** Of the first box, in gaps per twin. */
    private static final double FIRST_RADIUS = 4;

    /** Relative to the bound: a greater gap says nothing about how far prices are from their best. */
    private static final double MAX_FIRST_GAP = 0.01;

    /** Relative to the sum of costs; what is promised beyond that is rounding. */
    private static final double TOLERANCE = 1e-8;

    private static final double MIN_ARTIFICIAL = 1e-7;
    private static final int STEPS_BETWEEN_ROUNDINGS = 10;

    private final SolveContext context;
    private final PlacementProblem problem;
    private final PriceSearch prices;
    private final AssignmentRelaxation relaxation;
    private final MasterProgram master;
    private final double[] centre;
    private final int[] taken;
    private final double tolerance;
    private double radius;
    private double bound;
    private boolean failed;
    private long evaluations;

    /** Begins at the prices of the relaxation of {@code prices}. */
    BoxStep(SolveContext context, PriceSearch prices, AssignmentRelaxation relaxation, MasterProgram master) {
        this.context = context;
        problem = context.reduced();
        this.prices = prices;
        this.relaxation = relaxation;
        this.master = master;
        centre = Arrays.copyOf(relaxation.prices(), problem.twins());
        taken = new int[problem.twins()];
        tolerance = TOLERANCE * Math.max(problem.costMagnitude(), Double.MIN_NORMAL);
        double gap = Math.min(prices.target() - context.lowerBound(), MAX_FIRST_GAP * context.lowerBound());
        radius = FIRST_RADIUS * Math.max(gap, tolerance) / problem.twins();
    }

    /**
     * Climbs on, where all is allowed but what the incumbent excludes: raises the bound of the context, and rounds to
     * placements now and then.
     *
     * @return whether it is at its end: at these prices of rows, no prices of twins have a better bound
     */
    boolean climb(int maxSteps) {
        return climb(maxSteps, true);
    }

    /** Climbs on in a part of the placements, which the domains of the relaxation state, in a wider box. */
    void climbInPart(int maxSteps, double widening) {
        radius *= widening;
        climb(maxSteps, false);
    }

    private boolean climb(int maxSteps, boolean whole) {
        if (!evaluateBest(whole)) {
            return false;
        }
        bound = relaxation.bound();
        for (int step = 0; step < maxSteps && bound < prices.target() && prices.goesOn(); step++) {
            master.setBox(centre, radius);
            if (!solve()) {
                return false;
            }
            double promised = master.value() - relaxation.charge() - bound;
            if (promised > tolerance) {
                System.arraycopy(master.prices(), 0, relaxation.prices(), 0, centre.length);
                if (!evaluate(whole)) {
                    return false;
                }
                judge(promised);
            } else if (master.artificial() < MIN_ARTIFICIAL) {
                return true;
            } else {
                radius *= 4;
            }
        }
        return false;
    }

    /** Evaluates the best prices of the last climb; returns whether it came to its end. */
    boolean evaluateBest() {
        return evaluateBest(true);
    }

    private boolean evaluateBest(boolean whole) {
        System.arraycopy(centre, 0, relaxation.prices(), 0, centre.length);
        return evaluate(whole);
    }

    private boolean evaluate(boolean whole) {
        if (!prices.evaluate()) {
            return false;
        }
        if (whole) {
            prices.raiseBound();
            if (evaluations++ % STEPS_BETWEEN_ROUNDINGS == 0) {
                prices.round();
            }
        }
        if (relaxation.bound() < Double.POSITIVE_INFINITY) { // otherwise decided twins overload a server
            collect();
        }
        return true;
    }

    /** Tries twice, the second time from scratch: GLOP may fail for numerical reasons. */
    private boolean solve() {
        failed = !master.solve(context.meter().nanosLeft());
        if (failed && prices.goesOn()) {
            master.keepBest(master.size());
            master.restrict(relaxation.domains());
            failed = !master.solve(context.meter().nanosLeft());
        }
        return !failed;
    }

    private void judge(double promised) {
        double gain = relaxation.bound() - bound;
        if (gain > 0) {
            System.arraycopy(relaxation.prices(), 0, centre, 0, centre.length);
            bound = relaxation.bound();
        }
        if (gain > 0.5 * promised) {
            radius *= 1.5;
        } else if (gain < -promised) {
            radius *= 0.5;
        } else if (gain < -0.25 * promised) {
            radius *= 0.8;
        }
    }

    private void collect() {
        for (int s = 0; s < problem.servers(); s++) {
            int count = 0;
            for (int m = 0; m < taken.length; m++) {
                if (relaxation.takes(m, s)) {
                    taken[count++] = m;
                }
            }
            if (count > 0) {
                master.add(ServerColumn.of(problem, relaxation, s, Arrays.copyOf(taken, count)));
            }
        }
    }

    /** Whether the master program could not be solved, for lack of time or by GLOP. */
    boolean hasFailed() {
        return failed;
    }

    /** The best of the last climb. */
    double bound() {
        return bound;
    }

    /** A copy of the prices of that bound, and the radius around them, the radius last. */
    double[] state() {
        double[] state = Arrays.copyOf(centre, centre.length + 1);
        state[centre.length] = radius;
        return state;
    }

    /** Returns to an earlier state. */
    void restore(double[] state) {
        System.arraycopy(state, 0, centre, 0, centre.length);
        radius = state[centre.length];
    }
}
