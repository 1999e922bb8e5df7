package dev.twinplace.exact.agreement;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.Placement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * OR-Tools' CP-SAT on a model made from the plain numbers, on one thread, limited by deterministic time.
 *
 * <p>Where all demands are whole after scaling, capacity rows are exact. Costs that are not are rounded down, so the bound
 * holds, and the placement is evaluated by definition in any case.
 */
final class CpSatOracle implements Oracle {
    private final double deterministicSeconds;

    /** An oracle that stops after so much deterministic time. */
    CpSatOracle(double deterministicSeconds) {
        OrTools.load();
        this.deterministicSeconds = deterministicSeconds;
    }

    @Override
    public Claim solve(PlainInstance instance) {
        for (int m = 0; m < instance.twins(); m++) {
            if (instance.offset(m) == null) {
                return claim(SolveStatus.INFEASIBLE, null, null);
            }
        }
        Model model = new Model(instance);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setMaxDeterministicTime(deterministicSeconds)
                .setCpModelProbingLevel(0)
                .setSymmetryLevel(1)
                .setPresolveInclusionWorkLimit(0); // the step that cuts off optima: OR-Tools issue 5293
        CpSolverStatus status = solver.solve(model.model);
        return switch (status) {
            case OPTIMAL, FEASIBLE -> model.claim(status == CpSolverStatus.OPTIMAL, solver);
            case INFEASIBLE -> claim(model.hasExactRows ? SolveStatus.INFEASIBLE : SolveStatus.UNKNOWN, null, null);
            case UNKNOWN -> claim(SolveStatus.UNKNOWN, null, null);
            default -> throw new IllegalStateException(instance.name + ": " + status + ": " + model.model.validate());
        };
    }

    private static Claim claim(SolveStatus status, Placement placement, BigDecimal bound) {
        return new Claim("oracle cp-sat", status, Optional.ofNullable(placement), Optional.ofNullable(bound), 0);
    }

    /** One instance as a model. */
    private static final class Model {
        final PlainInstance instance;
        final CpModel model = new CpModel();
        final BoolVar[][] isOn;
        final LinearExprBuilder objective = LinearExpr.newBuilder();
        final PlainScale weights;
        final PlainScale works;
        final PlainScale costs;
        boolean hasExactRows = true;

        Model(PlainInstance instance) {
            this.instance = instance;
            isOn = new BoolVar[instance.twins()][instance.servers()];
            weights = PlainScale.of(Arrays.asList(perTwin(true)));
            works = PlainScale.of(Arrays.asList(perTwin(false)));
            costs = costScale();
            for (int m = 0; m < instance.twins(); m++) {
                addTwin(m);
            }
            for (int s = 0; s < instance.servers(); s++) {
                addCapacity(s);
                if (instance.contention.factor(s).signum() > 0) {
                    addContention(s);
                }
            }
            model.minimize(objective);
        }

        private BigDecimal[] perTwin(boolean weight) {
            BigDecimal[] values = new BigDecimal[instance.twins()];
            Arrays.setAll(values, m -> weight ? instance.contention.weight(m) : instance.contention.work(m));
            return values;
        }

        private PlainScale costScale() {
            List<BigDecimal> values = new ArrayList<>();
            for (int m = 0; m < instance.twins(); m++) {
                for (int s = 0; s < instance.servers(); s++) {
                    if (instance.fits(m, s)) {
                        values.add(excess(m, s));
                    }
                }
            }
            for (int s = 0; s < instance.servers(); s++) {
                values.add(unitContention(s));
            }
            values.add(instance.contention.most());
            return PlainScale.of(values);
        }

        private BigDecimal excess(int twin, int server) {
            return instance.objective(twin, server).subtract(instance.offset(twin));
        }

        /** What one unit of weight times one unit of work costs. */
        private BigDecimal unitContention(int server) {
            BigDecimal units = weights.factor().multiply(works.factor());
            return instance.contention.factor(server).divide(units, MathContext.DECIMAL128);
        }

        private void addTwin(int twin) {
            List<Literal> choices = new ArrayList<>();
            for (int s = 0; s < instance.servers(); s++) {
                if (instance.fits(twin, s)) {
                    isOn[twin][s] = model.newBoolVar("");
                    objective.addTerm(isOn[twin][s], costs.floor(excess(twin, s)));
                    choices.add(isOn[twin][s]);
                }
            }
            model.addExactlyOne(choices);
        }

        private void addCapacity(int server) {
            BigDecimal capacity = instance.capacity[server];
            if (capacity == null) {
                return;
            }
            List<BigDecimal> values = new ArrayList<>(List.of(capacity));
            for (int m = 0; m < instance.twins(); m++) {
                if (instance.fits(m, server)) {
                    values.add(instance.demand[m][server]);
                }
            }
            PlainScale scale = PlainScale.of(values);
            hasExactRows &= scale.isExact();
            LinearExprBuilder load = LinearExpr.newBuilder();
            for (int m = 0; m < instance.twins(); m++) {
                if (instance.fits(m, server)) {
                    load.addTerm(isOn[m][server], scale.ceiling(instance.demand[m][server]));
                }
            }
            model.addLessOrEqual(load, scale.floor(capacity));
        }

        private void addContention(int server) {
            IntVar weight = sumOf(server, true);
            IntVar work = sumOf(server, false);
            long most = Math.multiplyExact(
                    weight.getDomain().max(), work.getDomain().max());
            IntVar product = model.newIntVar(0, most, "");
            model.addMultiplicationEquality(product, weight, work);
            objective.addTerm(product, costs.floor(unitContention(server)));
        }

        private IntVar sumOf(int server, boolean weight) {
            LinearExprBuilder sum = LinearExpr.newBuilder();
            long most = 0;
            BigDecimal[] values = perTwin(weight);
            for (int m = 0; m < values.length; m++) {
                if (isOn[m][server] != null) {
                    long units = (weight ? weights : works).floor(values[m]);
                    sum.addTerm(isOn[m][server], units);
                    most += units;
                }
            }
            IntVar variable = model.newIntVar(0, most, "");
            model.addEquality(variable, sum);
            return variable;
        }

        Claim claim(boolean isOptimal, CpSolver solver) {
            int[] serverOf = new int[instance.twins()];
            for (int m = 0; m < serverOf.length; m++) {
                for (int s = 0; s < instance.servers(); s++) {
                    if (isOn[m][s] != null && solver.booleanValue(isOn[m][s])) {
                        serverOf[m] = s;
                    }
                }
            }
            Placement placement = Placement.of(serverOf);
            if (!hasExactRows) {
                return CpSatOracle.claim(SolveStatus.FEASIBLE, placement, null);
            }
            long units = (long) Math.ceil(solver.bestObjectiveBound() - 1e-6);
            boolean isProven = isOptimal && costs.isExact() && weights.isExact() && works.isExact();
            return CpSatOracle.claim(
                    isProven ? SolveStatus.OPTIMAL : SolveStatus.FEASIBLE,
                    placement,
                    instance.offsets().add(costs.value(Math.max(0, units))));
        }
    }
}
