package dev.twinplace.exact.columngeneration;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import dev.twinplace.problem.PlacementProblem;
import java.util.OptionalDouble;

/** The master program of a tiny problem with all of its columns, from the definition. */
final class AllColumns {
    private AllColumns() {}

    /** Its optimum; empty if it has no solution. O(R·2^M·M). */
    static OptionalDouble optimum(PlacementProblem problem) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        MPConstraint[] cover = new MPConstraint[problem.twins()];
        for (int m = 0; m < cover.length; m++) {
            cover[m] = solver.makeConstraint(1, 1);
        }
        solver.objective().setMinimization();
        for (int s = 0; s < problem.servers(); s++) {
            MPConstraint use = solver.makeConstraint(1, 1);
            for (int set = 0; set < 1 << cover.length; set++) {
                double cost = cost(problem, s, set);
                if (cost < Double.POSITIVE_INFINITY) {
                    MPVariable variable = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
                    solver.objective().setCoefficient(variable, cost);
                    use.setCoefficient(variable, 1);
                    for (int m = 0; m < cover.length; m++) {
                        cover[m].setCoefficient(variable, set >> m & 1);
                    }
                }
            }
        }
        boolean solved = solver.solve() == MPSolver.ResultStatus.OPTIMAL;
        OptionalDouble optimum = solved ? OptionalDouble.of(solver.objective().value()) : OptionalDouble.empty();
        solver.delete();
        return optimum;
    }

    private static double cost(PlacementProblem problem, int server, int set) {
        double cost = 0;
        double load = 0;
        double weight = 0;
        double work = 0;
        for (int m = 0; m < problem.twins(); m++) {
            if ((set >> m & 1) == 1) {
                cost += problem.cost(m, server);
                load += problem.demand(m, server);
                weight += problem.weight(m);
                work += problem.work(m);
            }
        }
        return load <= problem.loadLimit(server)
                ? cost + problem.contention(server) * weight * work
                : Double.POSITIVE_INFINITY;
    }
}
