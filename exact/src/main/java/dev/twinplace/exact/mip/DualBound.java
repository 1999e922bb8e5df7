package dev.twinplace.exact.mip;

import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Term;
import dev.twinplace.exact.linear.LinearProgram.Variable;
import dev.twinplace.exact.linear.Linearisation;

/**
 * A lower bound on the {@link Linearisation} of a problem that holds for any multipliers, right or wrong (Neumaier and
 * Shcherbina, Mathematical Programming 99, 2004):
 *
 * <pre>Σ_i b_i·y_i + Σ_m min_s r_ms + Σ_j u_j·min(0, r_j),  r = c − Aᵀy</pre>
 *
 * <p>with y<sub>i</sub> ≤ 0 for rows AT_MOST and ≥ 0 for AT_LEAST (others count as 0), r<sub>ms</sub> that of x_m_s and j over
 * all other variables, which are between 0 and u<sub>j</sub>. The paper takes the box for every variable; here a twin is on
 * exactly one server, so that the least r<sub>ms</sub> counts and the rows place_m need no multipliers.
 *
 * <p>Rounding is bounded a priori: a sum of n terms, each a product, is off by at most (n + 2)·2<sup>-53</sup> of the sum of
 * their absolute values, to first order. Twice that is taken off each r and off the sum.
 */
final class DualBound {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    /** Upper bounds of continuous variables are rounded sums; this much more certainly suffices. */
    private static final double BOX = 1 + 1e-6;

    private final LinearProgram program;
    private final boolean[] excluded;
    private final int twins;
    private final int servers;
    private final double[] reduced;
    private final double[] magnitude;
    private final int[] terms;
    private final double[] least;
    private double total;
    private double totalMagnitude;

    /**
     * Evaluates the bound, in time linear in the terms of the program.
     *
     * @param program a linearisation of a problem of so many twins and servers
     * @param excluded variables that are 0; none but x_m_s, and not all of a twin
     * @param multipliers one for each constraint
     */
    DualBound(LinearProgram program, boolean[] excluded, int twins, int servers, double[] multipliers) {
        this.program = program;
        this.excluded = excluded;
        this.twins = twins;
        this.servers = servers;
        reduced = new double[program.variables().size()];
        magnitude = new double[reduced.length];
        terms = new int[reduced.length];
        least = new double[twins];
        for (int j = 0; j < reduced.length; j++) {
            reduced[j] = program.variables().get(j).cost();
            magnitude[j] = Math.abs(reduced[j]);
        }
        for (int i = twins; i < multipliers.length; i++) {
            price(program.constraints().get(i), multipliers[i]);
        }
        lowerReducedCosts();
        addTwins();
        addOthers();
        total -= rounding(twins + reduced.length + multipliers.length) * totalMagnitude;
    }

    private void price(Constraint constraint, double proposed) {
        double y = permitted(constraint, proposed);
        if (y == 0) {
            return;
        }
        add(constraint.bound() * y);
        for (Term term : constraint.terms()) {
            int j = term.variable();
            double product = term.coefficient() * y;
            reduced[j] -= product;
            magnitude[j] += Math.abs(product);
            terms[j]++;
        }
    }

    private static double permitted(Constraint constraint, double y) {
        if (!Double.isFinite(y)) {
            return 0;
        }
        return switch (constraint.relation()) {
            case AT_MOST -> Math.min(0, y);
            case EQUAL -> y;
            case AT_LEAST -> Math.max(0, y);
        };
    }

    private void lowerReducedCosts() {
        for (int j = 0; j < reduced.length; j++) {
            if (terms[j] > 0) {
                reduced[j] -= rounding(terms[j]) * magnitude[j];
            }
        }
    }

    private void addTwins() {
        for (int m = 0; m < twins; m++) {
            least[m] = Double.POSITIVE_INFINITY;
            for (int j = m * servers; j < (m + 1) * servers; j++) {
                if (!excluded[j]) {
                    least[m] = Math.min(least[m], reduced[j]);
                }
            }
            add(least[m]);
        }
    }

    private void addOthers() {
        for (int j = twins * servers; j < reduced.length; j++) {
            if (reduced[j] < 0) {
                Variable variable = program.variables().get(j);
                add(reduced[j] * variable.upper() * BOX);
            }
        }
    }

    private void add(double term) {
        total += term;
        totalMagnitude += Math.abs(term);
    }

    private static double rounding(int terms) {
        return 2 * (terms + 4) * UNIT_ROUNDOFF;
    }

    /** At most the objective of any solution. */
    double value() {
        return total;
    }

    /** At most the objective of any solution that has this twin on this server. */
    double value(int twin, int server) {
        double more = reducedCost(twin, server);
        return total + more - 4 * UNIT_ROUNDOFF * (Math.abs(total) + more);
    }

    /** By how much a server is worse for a twin than its best, at these multipliers; at least 0. */
    double reducedCost(int twin, int server) {
        return reduced[twin * servers + server] - least[twin];
    }
}
