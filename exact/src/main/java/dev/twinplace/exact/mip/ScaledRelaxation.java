package dev.twinplace.exact.mip;

import dev.twinplace.exact.linear.LinearProgram;
import dev.twinplace.exact.linear.LinearProgram.Constraint;
import dev.twinplace.exact.linear.LinearProgram.Relation;
import dev.twinplace.exact.linear.LinearProgram.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;
import org.ojalgo.structure.Mutate2D;

/**
 * A linear program without its integrality, solved by ojAlgo's primal simplex on a dense tableau. Its solution and multipliers
 * are proposals: nothing relies on them being right.
 *
 * <p>Every column is scaled by its upper bound, every row and the objective by its largest coefficient, so that all numbers
 * are of order 1. Equations with a right-hand side other than 0 get a variable of their own that satisfies them at a price:
 * the program always has a solution, and where the original has none the multipliers say so by a large bound.
 */
final class ScaledRelaxation {
    /** Price of an unsatisfied equation, in units of the largest cost, times the number of equations. */
    private static final double PRICE = 10;

    private final LinearProgram program;
    private final int[] columnOf;
    private final List<Row> equations = new ArrayList<>();
    private final List<Row> inequalities = new ArrayList<>();
    private final double[] solution;
    private final double[] multipliers;
    private double objectiveScale;
    private int columns;
    private boolean solved;

    /** A constraint as ojAlgo sees it: multiplied by {@code factor}, and AT_MOST unless it is an equation. */
    private record Row(int constraint, double factor) {}

    private ScaledRelaxation(LinearProgram program, boolean[] excluded) {
        this.program = program;
        solution = new double[program.variables().size()];
        multipliers = new double[program.constraints().size()];
        columnOf = new int[solution.length];
        Arrays.fill(columnOf, -1);
        for (int j = 0; j < columnOf.length; j++) {
            if (!excluded[j]) {
                columnOf[j] = columns++;
            }
        }
    }

    /**
     * Solves it, or gives up in time.
     *
     * @param excluded variables that are 0
     * @param time limits it
     */
    static ScaledRelaxation solve(LinearProgram program, boolean[] excluded, TimeBox time) {
        ScaledRelaxation relaxation = new ScaledRelaxation(program, excluded);
        relaxation.collectRows();
        double[] costs = relaxation.costs();
        time.call(() -> relaxation.scaled(costs).build(options()).solve()).ifPresent(relaxation::read);
        return relaxation;
    }

    private void collectRows() {
        for (int i = 0; i < multipliers.length; i++) {
            Constraint constraint = program.constraints().get(i);
            double largest = 0;
            double most = 0;
            for (Term term : constraint.terms()) {
                if (columnOf[term.variable()] >= 0) {
                    double coefficient = term.coefficient() * scale(term.variable());
                    largest = Math.max(largest, Math.abs(coefficient));
                    most += Math.max(0, coefficient);
                }
            }
            boolean redundant = constraint.relation() == Relation.AT_MOST && most <= constraint.bound();
            if (largest > 0 && !redundant) {
                double sign = constraint.relation() == Relation.AT_LEAST ? -1 : 1;
                List<Row> rows = constraint.relation() == Relation.EQUAL ? equations : inequalities;
                rows.add(new Row(i, sign / largest));
            }
        }
    }

    private double scale(int variable) {
        double upper = program.variables().get(variable).upper();
        return upper > 0 ? upper : 1;
    }

    private LinearSolver.Builder scaled(double[] costs) {
        LinearSolver.Builder builder = LinearSolver.newBuilder(costs);
        if (!equations.isEmpty()) {
            Mutate2D matrix = builder.equalities(bounds(equations));
            fill(matrix, equations);
            for (int row = 0; row < equations.size(); row++) {
                if (bound(equations.get(row)) != 0) {
                    matrix.set(row, columns + row, bound(equations.get(row)));
                }
            }
        }
        if (!inequalities.isEmpty()) {
            fill(builder.inequalities(bounds(inequalities)), inequalities);
        }
        return builder;
    }

    private static Optimisation.Options options() {
        Optimisation.Options options = new Optimisation.Options();
        options.linear().primal();
        options.sparse = false;
        return options;
    }

    private double[] costs() {
        double[] costs = new double[columns + equations.size()];
        for (int j = 0; j < columnOf.length; j++) {
            if (columnOf[j] >= 0) {
                double cost = program.variables().get(j).cost() * scale(j);
                costs[columnOf[j]] = cost;
                objectiveScale = Math.max(objectiveScale, Math.abs(cost));
            }
        }
        objectiveScale = objectiveScale > 0 ? objectiveScale : 1;
        for (int k = 0; k < columns; k++) {
            costs[k] /= objectiveScale;
        }
        Arrays.fill(costs, columns, costs.length, PRICE * equations.size());
        return costs;
    }

    private double bound(Row row) {
        return program.constraints().get(row.constraint).bound() * row.factor;
    }

    private double[] bounds(List<Row> rows) {
        return rows.stream().mapToDouble(this::bound).toArray();
    }

    private void fill(Mutate2D matrix, List<Row> rows) {
        for (int row = 0; row < rows.size(); row++) {
            double factor = rows.get(row).factor;
            for (Term term : program.constraints().get(rows.get(row).constraint).terms()) {
                int column = columnOf[term.variable()];
                if (column >= 0) {
                    matrix.set(row, column, term.coefficient() * scale(term.variable()) * factor);
                }
            }
        }
    }

    /** ojAlgo's multipliers have the sign of prices, and those of inequalities come first. */
    private void read(Optimisation.Result result) {
        solved = result.getState().isOptimal() && result.getDualSolution().isPresent();
        if (!solved) {
            return;
        }
        for (int j = 0; j < columnOf.length; j++) {
            solution[j] = columnOf[j] >= 0 ? result.doubleValue(columnOf[j]) * scale(j) : 0;
        }
        Access1D<?> prices = result.getDualSolution().get().get();
        int next = 0;
        for (List<Row> rows : List.of(inequalities, equations)) {
            for (Row row : rows) {
                multipliers[row.constraint] = -prices.doubleValue(next++) * objectiveScale * row.factor;
            }
        }
    }

    /** Whether ojAlgo says that it has an optimal solution; otherwise solution and multipliers are 0. */
    boolean isSolved() {
        return solved;
    }

    /** The value of each variable. */
    double[] solution() {
        return solution;
    }

    /** For each constraint what a unit of its bound changes the objective by. */
    double[] multipliers() {
        return multipliers;
    }
}
