package dev.twinplace.benchmarks.peers.solver;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearArgument;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.Variable;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.Linearisation;
import java.time.Duration;
import java.util.List;

/**
 * Mixed-integer programming by SCIP, in OR-Tools' ModelBuilder: the {@link Linearisation}, with SCIP's defaults but for the
 * gap at which it stops, which is 0.
 */
final class ScipPeer implements PlacementSolver {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /**
     * Loads the native code, if it is not loaded yet.
     *
     * @throws UnsupportedProblemException if it is without SCIP
     */
    ScipPeer() {
        Loader.loadNativeLibraries();
        if (!new ModelSolver("scip").solverIsSupported()) {
            throw new UnsupportedProblemException("SCIP is not part of this OR-Tools");
        }
    }

    @Override
    public void solve(SolveContext context) {
        ModelSolver solver = new ModelSolver("scip");
        LinearProgram program = Linearisation.of(context.problem());
        ModelBuilder model = new ModelBuilder();
        Variable[] variables = addVariables(model, program);
        for (Constraint constraint : program.constraints()) {
            if (context.meter().isSpent(0)) {
                return;
            }
            add(model, variables, constraint);
        }
        solver.setSolverSpecificParameters("limits/gap = 0");
        if (context.budget().nanos() != Long.MAX_VALUE) {
            long left = context.meter().nanosLeft();
            if (left <= 0) {
                return;
            }
            solver.setTimeLimit(Duration.ofMillis(Math.max(1, left / NANOS_PER_MILLI))); // of 0 is no limit
        }
        solver.solve(model);
        if (solver.hasSolution()) {
            context.offer(LinearAnswers.placement(context.problem(), i -> solver.getValue(variables[i])));
            LinearAnswers.raise(context, solver.getBestObjectiveBound());
        }
    }

    private static Variable[] addVariables(ModelBuilder model, LinearProgram program) {
        List<LinearProgram.Variable> given = program.variables();
        Variable[] variables = new Variable[given.size()];
        double[] costs = new double[variables.length];
        for (int i = 0; i < variables.length; i++) {
            boolean binary = given.get(i).isBinary();
            double most = binary ? 1 : Double.POSITIVE_INFINITY;
            variables[i] = model.newVar(0, most, binary, "");
            costs[i] = given.get(i).cost();
        }
        model.minimize(LinearExpr.weightedSum(variables, costs));
        return variables;
    }

    private static void add(ModelBuilder model, Variable[] variables, Constraint constraint) {
        int size = constraint.terms().size();
        LinearArgument[] summed = new LinearArgument[size];
        double[] coefficients = new double[size];
        for (int i = 0; i < size; i++) {
            summed[i] = variables[constraint.terms().get(i).variable()];
            coefficients[i] = constraint.terms().get(i).coefficient();
        }
        double bound = constraint.bound();
        double least = constraint.relation() == LinearProgram.Relation.AT_MOST ? Double.NEGATIVE_INFINITY : bound;
        double most = constraint.relation() == LinearProgram.Relation.AT_LEAST ? Double.POSITIVE_INFINITY : bound;
        model.addLinearConstraint(LinearExpr.weightedSum(summed, coefficients), least, most);
    }
}
