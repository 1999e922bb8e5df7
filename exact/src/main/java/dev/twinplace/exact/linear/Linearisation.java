package dev.twinplace.exact.linear;

import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Relation;
import dev.twinplace.exact.linear.LinearProgram.Term;
import dev.twinplace.exact.linear.LinearProgram.Variable;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
import java.util.ArrayList;
import java.util.List;

/**
 * States a placement problem without loss as a {@link LinearProgram} of O(M·R) variables and terms.
 *
 * <ul>
 *   <li>x_m_s, binary: twin m runs on server s. Every twin runs on one: place_m.
 *   <li>capacity_s: Σ_m demand[m][s]·x_m_s ≤ capacity[s], for finite capacities. Solvers forgive as little here as {@link
 *       PlacementProblem#loadLimit} does.
 *   <li>row_r_s: Σ_m demand[r][m]·x_m_s ≤ limit[r][s], for each row of side constraints with a finite limit.
 *   <li>tolerated_m_s: the work beside which twin m may be on s, where all work B exceeds that, L: Σ_n work[n]·x_n_s ≤ L + (B −
 *       L)·(1 − x_m_s).
 *   <li>work_s: the work on a server with contention, Σ_m work[m]·x_m_s = w_s.
 *   <li>z_m_s ≥ 0: what the work of others on s costs twin m, if it is there (Glover, Management Science 22, 1975). With
 *       k = contention[s]·weight[m] and U = k·(work of all others), z_m_s ≥ k·(w_s − work[m]·x_m_s) − U·(1 − x_m_s) is that
 *       cost where x_m_s = 1 and asks for nothing where it is 0. What m's own work costs it is part of the cost of x_m_s.
 * </ul>
 *
 * <p>Indices m and s count from 0.
 */
public final class Linearisation {
    /** Whole numbers that sum to less are added exactly. */
    private static final double EXACT = 0x1p52;

    /** More than a few roundings. */
    private static final double ROUNDING = 0x1p-50;

    private final PlacementProblem problem;
    private final SideConstraints side;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final double allWork;
    private final boolean isWholeWork;

    private Linearisation(PlacementProblem problem) {
        this.problem = problem;
        side = problem.side();
        double sum = 0;
        boolean whole = true;
        for (int m = 0; m < problem.twins(); m++) {
            sum += problem.work(m);
            whole &= problem.work(m) == Math.rint(problem.work(m));
        }
        allWork = sum;
        isWholeWork = whole && sum < EXACT;
    }

    /** The linear program; variable m·R + s is x_m_s. */
    public static LinearProgram of(PlacementProblem problem) {
        Linearisation linearisation = new Linearisation(problem);
        linearisation.placeEveryTwin();
        for (int s = 0; s < problem.servers(); s++) {
            linearisation.limitLoad(s);
            linearisation.limitRows(s);
            linearisation.limitWork(s);
            linearisation.chargeContention(s);
        }
        return new LinearProgram(linearisation.variables, linearisation.constraints);
    }

    private void placeEveryTwin() {
        for (int m = 0; m < problem.twins(); m++) {
            List<Term> terms = new ArrayList<>();
            for (int s = 0; s < problem.servers(); s++) {
                double alone = problem.contention(s) * problem.weight(m) * problem.work(m);
                terms.add(new Term(variables.size(), 1));
                variables.add(new Variable("x_" + m + "_" + s, problem.cost(m, s) + alone, true, 1));
            }
            constraints.add(new Constraint("place_" + m, terms, Relation.EQUAL, 1));
        }
    }

    private int x(int twin, int server) {
        return twin * problem.servers() + server;
    }

    private void limitLoad(int server) {
        if (problem.capacity(server) == Double.POSITIVE_INFINITY) {
            return;
        }
        List<Term> terms = new ArrayList<>();
        for (int m = 0; m < problem.twins(); m++) {
            if (problem.demand(m, server) > 0) {
                terms.add(new Term(x(m, server), problem.demand(m, server)));
            }
        }
        if (!terms.isEmpty()) {
            constraints.add(new Constraint("capacity_" + server, terms, Relation.AT_MOST, problem.capacity(server)));
        }
    }

    private void limitRows(int server) {
        for (int r = 0; r < side.rows(); r++) {
            double limit = side.limit(r, server);
            if (limit < Double.POSITIVE_INFINITY) {
                List<Term> terms = new ArrayList<>();
                for (int i = 0; i < side.members(r); i++) {
                    terms.add(new Term(x(side.member(r, i), server), side.memberDemand(r, i)));
                }
                constraints.add(new Constraint("row_" + r + "_" + server, terms, Relation.AT_MOST, limit));
            }
        }
    }

    private void limitWork(int server) {
        for (int m = 0; m < problem.twins() && side.hasWorkLimits(); m++) {
            if (side.workLimit(m, server) < allWork) {
                limitWork(m, server);
            }
        }
    }

    /** Where sums are rounded, the row is a little weaker than it could be: nothing is cut off. */
    private void limitWork(int twin, int server) {
        List<Term> terms = new ArrayList<>();
        double limit = side.workLimit(twin, server);
        boolean isExact = isWholeWork && limit == Math.rint(limit);
        double all = isExact ? allWork : allWork * (1 + problem.twins() * ROUNDING);
        double own = all - limit + problem.work(twin);
        for (int m = 0; m < problem.twins(); m++) {
            if (m == twin) {
                terms.add(new Term(x(m, server), isExact ? own : own - all * ROUNDING));
            } else if (problem.work(m) > 0) {
                terms.add(new Term(x(m, server), problem.work(m)));
            }
        }
        constraints.add(new Constraint("tolerated_" + twin + "_" + server, terms, Relation.AT_MOST, all));
    }

    private void chargeContention(int server) {
        if (problem.contention(server) == 0) {
            return;
        }
        int work = variables.size();
        variables.add(new Variable("w_" + server, 0, false, allWork));
        List<Term> terms = new ArrayList<>();
        for (int m = 0; m < problem.twins(); m++) {
            if (problem.work(m) > 0) {
                terms.add(new Term(x(m, server), problem.work(m)));
            }
        }
        terms.add(new Term(work, -1));
        constraints.add(new Constraint("work_" + server, terms, Relation.EQUAL, 0));
        for (int m = 0; m < problem.twins(); m++) {
            chargeTwin(m, server, work);
        }
    }

    private void chargeTwin(int twin, int server, int work) {
        double price = problem.contention(server) * problem.weight(twin);
        double most = price * (allWork - problem.work(twin));
        if (!(most > 0)) {
            return;
        }
        int charge = variables.size();
        variables.add(new Variable("z_" + twin + "_" + server, 1, false, most));
        List<Term> terms = List.of(
                new Term(charge, 1),
                new Term(work, -price),
                new Term(x(twin, server), price * problem.work(twin) - most));
        constraints.add(new Constraint("contention_" + twin + "_" + server, terms, Relation.AT_LEAST, -most));
    }
}
