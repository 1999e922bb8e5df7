package dev.twinplace.exact.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/**
 * A placement problem as a model of CP-SAT: a Boolean for each twin and server where it fits, exactly one true per twin.
 *
 * <p>The problem is a reduced one: no cost is negative. In units of the {@link CostScale} the objective is at most the placement's
 * cost.
 */
final class AssignmentModel {
    private final PlacementProblem problem;
    private final CostScale scale;
    private final CpModel model = new CpModel();
    private final LinearExprBuilder objective = LinearExpr.newBuilder();
    private final BoolVar[][] isOn;
    private final int[] hint;

    private AssignmentModel(PlacementProblem problem, CostScale scale, int[] hint) {
        this.problem = problem;
        this.scale = scale;
        this.hint = hint;
        isOn = new BoolVar[problem.twins()][problem.servers()];
    }

    /**
     * Builds the model. O(M·R) variables; with contention of weights that are not whole, O(M²·R).
     *
     * @param problem its costs are not negative
     * @param hint placement to start from, feasible; null if there is none
     * @param isTooLate asked now and then; if so, there is no model
     */
    static Optional<AssignmentModel> build(
            PlacementProblem problem, CostScale scale, int[] hint, BooleanSupplier isTooLate) {
        AssignmentModel built = new AssignmentModel(problem, scale, hint);
        for (int m = 0; m < problem.twins(); m++) {
            if (isTooLate.getAsBoolean()) {
                return Optional.empty();
            }
            built.addTwin(m);
        }
        for (int s = 0; s < problem.servers(); s++) {
            if (isTooLate.getAsBoolean()) {
                return Optional.empty();
            }
            built.addServer(s);
        }
        built.model.minimize(built.objective);
        return Optional.of(built);
    }

    private void addServer(int server) {
        ServerTwins here = twinsOf(server);
        CapacityRow.of(problem, server).ifPresent(row -> addCapacity(here, row));
        new SideRows(model, problem).add(here);
        if (problem.contention(server) > 0) {
            if (SquaredContention.isPossible(problem)) {
                new SquaredContention(model, objective, problem, scale).add(here);
            } else {
                new PairwiseContention(model, objective, problem, scale).add(here);
            }
        }
    }

    private void addTwin(int twin) {
        List<Literal> choices = new ArrayList<>();
        for (int s = 0; s < problem.servers(); s++) {
            if (problem.fits(twin, s)) {
                BoolVar choice = model.newBoolVar("");
                objective.addTerm(choice, scale.floor(problem.cost(twin, s)));
                if (hint != null) {
                    model.addHint(choice, hint[twin] == s);
                }
                choices.add(choice);
                isOn[twin][s] = choice;
            }
        }
        model.addExactlyOne(choices);
    }

    private ServerTwins twinsOf(int server) {
        int[] twins = new int[problem.twins()];
        int count = 0;
        for (int m = 0; m < twins.length; m++) {
            if (isOn[m][server] != null) {
                twins[count++] = m;
            }
        }
        BoolVar[] isHere = new BoolVar[count];
        boolean[] hinted = hint == null ? null : new boolean[count];
        for (int i = 0; i < count; i++) {
            isHere[i] = isOn[twins[i]][server];
            if (hint != null) {
                hinted[i] = hint[twins[i]] == server;
            }
        }
        return new ServerTwins(server, Arrays.copyOf(twins, count), isHere, hinted);
    }

    private void addCapacity(ServerTwins here, CapacityRow row) {
        long[] demand = new long[here.size()];
        for (int i = 0; i < demand.length; i++) {
            demand[i] = row.demand(here.twin(i));
        }
        model.addLessOrEqual(here.sum(demand), row.limit());
    }

    CpModel model() {
        return model;
    }

    /** A lower bound on every placement's cost, given one on the integer objective. */
    double lowerBound(long objectiveBound) {
        return scale.lowerBound(objectiveBound);
    }

    /** The server of each twin in a solution. */
    int[] placement(ToLongFunction<BoolVar> solution) {
        int[] serverOf = new int[problem.twins()];
        for (int m = 0; m < serverOf.length; m++) {
            for (int s = 0; s < problem.servers(); s++) {
                if (isOn[m][s] != null && solution.applyAsLong(isOn[m][s]) == 1) {
                    serverOf[m] = s;
                }
            }
        }
        return serverOf;
    }
}
