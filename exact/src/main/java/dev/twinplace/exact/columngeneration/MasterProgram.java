package dev.twinplace.exact.columngeneration;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.IntegerParam;
import com.google.ortools.linearsolver.MPVariable;
import dev.twinplace.exact.bound.Domains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The linear program that chooses among the columns generated so far, by the dual simplex method of OR-Tools' GLOP, which
 * goes on from its last basis:
 *
 * <pre>
 * minimise   Σ_k cost[k]·λ[k] + Σ_m (upper[m]·lack[m] − lower[m]·excess[m])
 * subject to Σ_{k with m} λ[k] + lack[m] − excess[m] = 1   for each twin m
 *            Σ_{k of s} λ[k] ≤ 1                            for each server s
 * </pre>
 *
 * <p>The prices of the twins are the multipliers of the first rows; lack and excess keep them between lower and upper. Prices
 * and values are proposals: nothing relies on them being right. Belongs to one thread, except for {@link #interrupt}.
 */
final class MasterProgram implements AutoCloseable {
    private final double scale;
    private final MPSolverParameters parameters = new MPSolverParameters();
    private final MPConstraint[] cover;
    private final MPConstraint[] use;
    private final MPVariable[] lack;
    private final MPVariable[] excess;
    private final double[] lower;
    private final double[] upper;
    private final Set<ServerColumn> known = new HashSet<>();
    private final List<ServerColumn> columns = new ArrayList<>();
    private final List<MPVariable> variables = new ArrayList<>();
    private MPSolver solver;
    private double value;
    private double artificial;
    private double[] shares = {};
    private final double[] price;
    private final double[] serverPrice;

    /**
     * Without columns, and with all prices at 0.
     *
     * @param scale a cost of the order of a twin's
     */
    MasterProgram(int twins, int servers, double scale) {
        this.scale = scale;
        cover = new MPConstraint[twins];
        use = new MPConstraint[servers];
        lack = new MPVariable[twins];
        excess = new MPVariable[twins];
        lower = new double[twins];
        upper = new double[twins];
        price = new double[twins];
        serverPrice = new double[servers];
        parameters.setIntegerParam(IntegerParam.PRESOLVE, MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
        parameters.setIntegerParam(IntegerParam.LP_ALGORITHM, MPSolverParameters.LpAlgorithmValues.DUAL.swigValue());
        build();
    }

    private synchronized void build() {
        solver = MPSolver.createSolver("GLOP");
        for (int m = 0; m < cover.length; m++) {
            cover[m] = solver.makeConstraint(1, 1);
            lack[m] = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
            excess[m] = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
            cover[m].setCoefficient(lack[m], 1);
            cover[m].setCoefficient(excess[m], -1);
        }
        for (int s = 0; s < use.length; s++) {
            use[s] = solver.makeConstraint(Double.NEGATIVE_INFINITY, 1);
        }
        solver.objective().setMinimization();
        priceBox();
    }

    /** Adds a column, unless it is there. O(|X|). */
    void add(ServerColumn column) {
        if (!known.add(column)) {
            return;
        }
        MPVariable variable = solver.makeNumVar(0, Double.POSITIVE_INFINITY, "");
        for (int m : column.twins()) {
            cover[m].setCoefficient(variable, 1);
        }
        use[column.server()].setCoefficient(variable, 1);
        solver.objective().setCoefficient(variable, column.cost() / scale);
        columns.add(column);
        variables.add(variable);
    }

    /** Keeps the prices within a radius of a centre, and at least 0. O(M). */
    void setBox(double[] centre, double radius) {
        for (int m = 0; m < lower.length; m++) {
            lower[m] = Math.max(0, centre[m] - radius);
            upper[m] = centre[m] + radius;
        }
        priceBox();
    }

    private void priceBox() {
        for (int m = 0; m < lower.length; m++) {
            solver.objective().setCoefficient(lack[m], upper[m] / scale);
            solver.objective().setCoefficient(excess[m], -lower[m] / scale);
        }
    }

    /** Bars the columns that the domains do not allow, and no others. O(size of all columns). */
    void restrict(Domains domains) {
        int[] decided = new int[use.length];
        for (int m = 0; m < cover.length; m++) {
            if (domains.isDecided(m)) {
                decided[domains.onlyServer(m)]++;
            }
        }
        for (int k = 0; k < columns.size(); k++) {
            ServerColumn column = columns.get(k);
            boolean allowed = column.isAllowed(domains, decided[column.server()]);
            double bound = allowed ? Double.POSITIVE_INFINITY : 0;
            if (variables.get(k).ub() != bound) {
                variables.get(k).setUb(bound);
            }
        }
    }

    /**
     * Solves it.
     *
     * @param nanos limit the time, to the millisecond
     * @return whether GLOP says that it has an optimum; otherwise the last solution stays
     */
    boolean solve(long nanos) {
        solver.setTimeLimit(Math.max(1, nanos / 1_000_000));
        if (solver.solve(parameters) != MPSolver.ResultStatus.OPTIMAL) {
            return false;
        }
        value = solver.objective().value() * scale;
        shares = variables.stream().mapToDouble(MPVariable::solutionValue).toArray();
        artificial = 0;
        for (int m = 0; m < price.length; m++) {
            double multiplier = cover[m].dualValue() * scale;
            price[m] = multiplier > 0 && multiplier < Double.POSITIVE_INFINITY ? multiplier : 0;
            artificial += lack[m].solutionValue() + (lower[m] > 0 ? excess[m].solutionValue() : 0);
        }
        for (int s = 0; s < use.length; s++) {
            serverPrice[s] = use[s].dualValue() * scale;
        }
        return true;
    }

    /** Makes {@link #solve} end, from any thread. */
    synchronized void interrupt() {
        if (solver != null) {
            solver.interruptSolve();
        }
    }

    /** The optimum of the last solution: if the columns were all there are, the best bound of prices in the box. */
    double value() {
        return value;
    }

    /** The prices of the twins in the last solution, none negative; not to be written. */
    double[] prices() {
        return price;
    }

    /** How much of lack and excess the last solution has: none if the columns alone determine the prices. */
    double artificial() {
        return artificial;
    }

    /** Columns so far. */
    int size() {
        return columns.size();
    }

    ServerColumn column(int index) {
        return columns.get(index);
    }

    /** λ of the columns in the last solution, without those that were added since; not to be written. */
    double[] shares() {
        return shares;
    }

    /** Keeps the columns of least reduced cost in the last solution, none of them barred, and forgets the basis. */
    void keepBest(int number) {
        double[] reducedCost = columns.stream().mapToDouble(this::reducedCost).toArray();
        Integer[] order = new Integer[reducedCost.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble(k -> reducedCost[k]));
        List<ServerColumn> kept = new ArrayList<>();
        for (int i = 0; i < Math.min(number, order.length); i++) {
            kept.add(columns.get(order[i]));
        }
        close();
        known.clear();
        columns.clear();
        variables.clear();
        shares = new double[0];
        build();
        kept.forEach(this::add);
    }

    private double reducedCost(ServerColumn column) {
        double cost = column.cost() - serverPrice[column.server()];
        for (int m : column.twins()) {
            cost -= price[m];
        }
        return cost;
    }

    /** Frees native memory. */
    @Override
    public synchronized void close() {
        solver.delete();
        solver = null;
    }
}
