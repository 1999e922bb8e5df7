package dev.twinplace.exact.agreement;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.Placement;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A mixed-integer solver that OR-Tools contains, such as SCIP or CBC, on a model made from the plain numbers.
 *
 * <p>These solvers count in floating point with a tolerance of about 1e-6, so the bound is lowered by more than that, and
 * infeasibility is believed only where all numbers of the rows are whole and not large.
 */
final class MipOracle implements Oracle {
    private static final double BOUND_TOLERANCE = 1e-5;
    private static final double MAX_EXACT = 1e5;

    private final String engine;
    private final long millis;

    /**
     * An oracle.
     *
     * @param engine as OR-Tools calls it
     * @param millis that one instance may take; what is known then is the claim
     */
    MipOracle(String engine, long millis) {
        OrTools.load();
        this.engine = engine;
        this.millis = millis;
    }

    @Override
    public Claim solve(PlainInstance instance) {
        for (int m = 0; m < instance.twins(); m++) {
            if (instance.offset(m) == null) {
                return claim(SolveStatus.INFEASIBLE, null, null);
            }
        }
        MPSolver solver = MPSolver.createSolver(engine);
        if (solver == null) {
            throw new IllegalStateException("OR-Tools has no " + engine + " here");
        }
        try {
            return solve(instance, new Model(instance, solver));
        } finally {
            solver.delete();
        }
    }

    private Claim solve(PlainInstance instance, Model model) {
        model.solver.setTimeLimit(millis);
        MPSolverParameters parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        ResultStatus status = model.solver.solve(parameters);
        parameters.delete();
        return switch (status) {
            case OPTIMAL, FEASIBLE -> feasible(instance, model);
            case INFEASIBLE -> claim(isPlain(instance) ? SolveStatus.INFEASIBLE : SolveStatus.UNKNOWN, null, null);
            default -> claim(SolveStatus.UNKNOWN, null, null);
        };
    }

    /** A placement that rounding made infeasible is not claimed, nor a bound of CBC: one was refuted by a placement. */
    private Claim feasible(PlainInstance instance, Model model) {
        int[] serverOf = model.placement();
        double excess = model.solver.objective().bestBound();
        BigDecimal bound = Double.isFinite(excess) && !engine.equals("CBC")
                ? instance.offsets().add(new BigDecimal(excess - BOUND_TOLERANCE * (1 + Math.abs(excess))))
                : null;
        return instance.isFeasible(serverOf)
                ? claim(SolveStatus.FEASIBLE, Placement.of(serverOf), bound)
                : claim(SolveStatus.UNKNOWN, null, isPlain(instance) ? bound : null);
    }

    private Claim claim(SolveStatus status, Placement placement, BigDecimal bound) {
        return new Claim("oracle " + engine, status, Optional.ofNullable(placement), Optional.ofNullable(bound), 0);
    }

    private static boolean isPlain(PlainInstance instance) {
        for (int s = 0; s < instance.servers(); s++) {
            for (int m = 0; m < instance.twins(); m++) {
                BigDecimal demand = instance.demand[m][s];
                if (instance.fits(m, s) && instance.capacity[s] != null && !isPlain(demand)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isPlain(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0 && value.doubleValue() <= MAX_EXACT;
    }

    /** One instance as a linear program; a product of two placements is a variable of its own. */
    private static final class Model {
        final PlainInstance instance;
        final MPSolver solver;
        final MPVariable[][] isOn;
        final MPObjective objective;

        Model(PlainInstance instance, MPSolver solver) {
            this.instance = instance;
            this.solver = solver;
            isOn = new MPVariable[instance.twins()][instance.servers()];
            objective = solver.objective();
            for (int m = 0; m < instance.twins(); m++) {
                addTwin(m);
            }
            for (int s = 0; s < instance.servers(); s++) {
                addCapacity(s);
                if (instance.contention.factor(s).signum() > 0) {
                    addContention(s);
                }
            }
            objective.setMinimization();
        }

        private void addTwin(int twin) {
            MPConstraint once = solver.makeConstraint(1, 1);
            for (int s = 0; s < instance.servers(); s++) {
                if (instance.fits(twin, s)) {
                    isOn[twin][s] = solver.makeBoolVar("");
                    once.setCoefficient(isOn[twin][s], 1);
                    objective.setCoefficient(isOn[twin][s], cost(twin, s));
                }
            }
        }

        /** Above the offset, and with what the twin adds to contention by itself. */
        private double cost(int twin, int server) {
            return instance.objective(twin, server)
                    .subtract(instance.offset(twin))
                    .add(pair(twin, twin, server))
                    .doubleValue();
        }

        private BigDecimal pair(int first, int second, int server) {
            PlainContention contention = instance.contention;
            return contention.factor(server).multiply(contention.weight(first)).multiply(contention.work(second));
        }

        private void addCapacity(int server) {
            if (instance.capacity[server] == null) {
                return;
            }
            MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), instance.capacity[server].doubleValue());
            for (int m = 0; m < instance.twins(); m++) {
                if (isOn[m][server] != null) {
                    row.setCoefficient(isOn[m][server], instance.demand[m][server].doubleValue());
                }
            }
        }

        private void addContention(int server) {
            for (int m = 0; m < instance.twins(); m++) {
                for (int n = 0; n < m; n++) {
                    double both = pair(m, n, server).add(pair(n, m, server)).doubleValue();
                    if (isOn[m][server] != null && isOn[n][server] != null && both > 0) {
                        MPVariable product = solver.makeNumVar(0, 1, "");
                        objective.setCoefficient(product, both);
                        MPConstraint atLeast = solver.makeConstraint(-1, MPSolver.infinity());
                        atLeast.setCoefficient(product, 1);
                        atLeast.setCoefficient(isOn[m][server], -1);
                        atLeast.setCoefficient(isOn[n][server], -1);
                    }
                }
            }
        }

        int[] placement() {
            int[] serverOf = new int[instance.twins()];
            for (int m = 0; m < serverOf.length; m++) {
                for (int s = 0; s < instance.servers(); s++) {
                    if (isOn[m][s] != null && isOn[m][s].solutionValue() > 0.5) {
                        serverOf[m] = s;
                    }
                }
            }
            return serverOf;
        }
    }
}
