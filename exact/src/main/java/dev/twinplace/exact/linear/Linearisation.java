package dev.twinplace.exact.linear;

import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Relation;
import dev.twinplace.exact.linear.LinearProgram.Term;
import dev.twinplace.exact.linear.LinearProgram.Variable;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * States a placement problem without loss as a {@link LinearProgram} of O(M·R) variables and terms.
 *
 * <ul>
 *   <li>x_m_s, binary: twin m runs on server s. Every twin runs on one: place_m.
 *   <li>capacity_s: Σ_m demand[m][s]·x_m_s ≤ capacity[s], for finite capacities. Solvers forgive as little here as {@link
 *       PlacementProblem#loadLimit} does.
 *   <li>work_s: the work on a server with contention, Σ_m work[m]·x_m_s = w_s.
 *   <li>z_m_s ≥ 0: what the work of others on s costs twin m, if it is there (Glover, Management Science 22, 1975). With
 *       k = contention[s]·weight[m] and U = k·(work of all others), z_m_s ≥ k·(w_s − work[m]·x_m_s) − U·(1 − x_m_s) is that
 *       cost where x_m_s = 1 and asks for nothing where it is 0. What m's own work costs it is part of the cost of x_m_s.
 * </ul>
 *
 * <p>Indices m and s count from 0.
 */
public final class Linearisation {
    private final PlacementProblem problem;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final double allWork;

    private Linearisation(PlacementProblem problem) {
        this.problem = problem;
        double sum = 0;
        for (int m = 0; m < problem.twins(); m++) {
            sum += problem.work(m);
        }
        allWork = sum;
    }

    /** The linear program; variable m·R + s is x_m_s. */
    public static LinearProgram of(PlacementProblem problem) {
        Linearisation linearisation = new Linearisation(problem);
        linearisation.placeEveryTwin();
        for (int s = 0; s < problem.servers(); s++) {
            linearisation.limitLoad(s);
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
