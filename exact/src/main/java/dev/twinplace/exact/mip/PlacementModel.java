package dev.twinplace.exact.mip;

import dev.twinplace.api.Budget;
import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Term;
import dev.twinplace.problem.PlacementProblem;
import java.time.Duration;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/** A linear program in ojAlgo's terms. */
final class PlacementModel {
    /** Digits to which costs are compared: as many as there are, so that no better placement is given away. */
    private static final NumberContext GAP = NumberContext.of(12, 12);

    /**
     * Digits and decimals to which constraints are checked, and solutions rounded. By default both are stricter and looser
     * than the arithmetic behind them: of small problems one in 200 then ends with a wrong optimum, or none.
     */
    private static final NumberContext FEASIBILITY = NumberContext.of(9, 7);

    private static final NumberContext SOLUTION = NumberContext.of(12, 14);

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();

    PlacementModel(LinearProgram program) {
        for (LinearProgram.Variable variable : program.variables()) {
            Variable added = model.newVariable(variable.name()).weight(variable.cost());
            if (variable.isBinary()) {
                added.binary();
            } else {
                added.lower(0);
            }
        }
        for (Constraint constraint : program.constraints()) {
            Expression added = model.addExpression(constraint.name());
            for (Term term : constraint.terms()) {
                added.set(model.getVariable(term.variable()), term.coefficient());
            }
            switch (constraint.relation()) {
                case AT_MOST -> added.upper(constraint.bound());
                case EQUAL -> added.level(constraint.bound());
                case AT_LEAST -> added.lower(constraint.bound());
            }
        }
    }

    /** Solves with what is left of a budget. */
    Optimisation.Result minimise(Budget budget, Duration spent, int threads) {
        if (budget.nanos() != Long.MAX_VALUE) {
            long millis = Math.max(1, (budget.nanos() - spent.toNanos()) / 1_000_000);
            model.options.time_suffice = millis;
            model.options.time_abort = millis;
        }
        if (budget.nodes() < Integer.MAX_VALUE) {
            model.options.iterations_suffice = (int) budget.nodes();
            model.options.iterations_abort = (int) budget.nodes();
        }
        model.options.feasibility = FEASIBILITY;
        model.options.solution = SOLUTION;
        model.options.integer(
                IntegerStrategy.newConfigurable().withGapTolerance(GAP).withParallelism(() -> threads));
        return model.minimise();
    }

    /** The server of each twin in a solution, or null if it is none. */
    static int[] placement(Optimisation.Result result, PlacementProblem problem) {
        if (!result.getState().isFeasible()) {
            return null;
        }
        int[] serverOf = new int[problem.twins()];
        for (int m = 0; m < serverOf.length; m++) {
            serverOf[m] = -1;
            for (int s = 0; s < problem.servers(); s++) {
                if (result.doubleValue(m * problem.servers() + s) > 0.5) {
                    serverOf[m] = s;
                }
            }
            if (serverOf[m] < 0) {
                return null;
            }
        }
        return serverOf;
    }
}
