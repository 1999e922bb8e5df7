package dev.twinplace.benchmarks.peers.solver;

import dev.twinplace.api.Solvers;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.search.strategy.selectors.variables.DomOverWDeg;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;

/**
 * A placement problem in Choco's terms: an integer variable for each twin's server, its cost an element of a table, loads as
 * sums over Booleans channelled to it, contention as a product of two loads. Branches by weighted degree and on the last
 * conflict, first to the server that is cheapest beside the twins already placed: {@link CheapestServer}.
 *
 * <p>Choco counts to {@value IntVar#MAX_INT_BOUND}. A unit of cost is such that {@value #ROOM} times the cost that regret
 * greedy finds, beyond what each twin costs at least, come to that: with less room first solutions are cut off, and rounding
 * takes less than can be seen in a gap.
 */
final class ChocoModel {
    private static final int MOST = IntVar.MAX_INT_BOUND;
    private static final double WEIGHTS = 10_000;
    private static final double ROOM = 30;

    private final PlacementProblem problem;
    private final Model model = new Model();
    private final WholeNumbers cost;
    private final IntVar[] server;
    private final BoolVar[][] isOn;
    private final List<IntVar> terms = new ArrayList<>();
    private final CheapestServer branching;

    ChocoModel(PlacementProblem problem, long seed) {
        this.problem = problem;
        cost = new WholeNumbers(ROOM * costToCount(problem), MOST);
        server = new IntVar[problem.twins()];
        branching = new CheapestServer(problem.twins(), problem.servers());
        isOn = new BoolVar[problem.servers()][problem.twins()];
        for (int m = 0; m < server.length; m++) {
            addTwin(m);
        }
        for (int s = 0; s < problem.servers(); s++) {
            if (!Double.isInfinite(problem.capacity(s))) {
                limitLoad(s);
            }
            if (problem.contention(s) > 0) {
                chargeContention(s);
            }
        }
        IntVar total = model.intVar(0, MOST);
        model.sum(terms.toArray(new IntVar[0]), "=", total).post();
        model.setObjective(Model.MINIMIZE, total);
        solver().setSearch(
                        Search.lastConflict(Search.intVarSearch(new DomOverWDeg<>(server, seed), branching, server)));
    }

    private static double costToCount(PlacementProblem problem) {
        double found = Solvers.create("greedy").solve(problem).cost();
        double sumOfLeast = 0;
        for (int m = 0; m < problem.twins(); m++) {
            sumOfLeast += least(problem, m);
        }
        double excess = found - sumOfLeast;
        return excess > 0 && Double.isFinite(excess) ? excess : 2 * problem.costMagnitude();
    }

    private static double least(PlacementProblem problem, int twin) {
        return IntStream.range(0, problem.servers())
                .mapToDouble(s -> problem.cost(twin, s))
                .min()
                .orElseThrow();
    }

    private void addTwin(int twin) {
        int[] fitting = IntStream.range(0, problem.servers())
                .filter(s -> problem.demand(twin, s) <= problem.loadLimit(s))
                .toArray();
        double least = least(problem, twin);
        int[] costs = IntStream.range(0, problem.servers())
                .map(s -> (int) Math.min(MOST, cost.nearest(problem.cost(twin, s) - least)))
                .toArray();
        server[twin] = model.intVar("server-" + twin, fitting);
        branching.addTwin(server[twin], twin, costs);
        IntVar here = model.intVar(0, Arrays.stream(costs).max().orElseThrow(), true);
        model.element(here, costs, server[twin]).post();
        terms.add(here);
        if (!problem.isSeparable()) {
            BoolVar[] choices = model.boolVarArray(problem.servers());
            model.boolsIntChanneling(choices, server[twin], 0).post();
            for (int s = 0; s < choices.length; s++) {
                isOn[s][twin] = choices[s];
            }
        }
    }

    private void limitLoad(int s) {
        double[] demands = ofTwins(m -> problem.demand(m, s));
        WholeNumbers units = new WholeNumbers(sum(demands), MOST / 2.0);
        int[] whole = Arrays.stream(demands).mapToInt(d -> (int) units.up(d)).toArray();
        if (sum(demands) > problem.loadLimit(s)) {
            model.scalar(isOn[s], whole, "<=", (int) units.down(problem.loadLimit(s)))
                    .post();
        }
    }

    private void chargeContention(int s) {
        double[] weights = ofTwins(problem::weight);
        boolean counted = Arrays.stream(weights).allMatch(w -> Math.rint(w) == w) && sum(weights) <= WEIGHTS;
        double unitsPerWeight = counted ? 1 : WEIGHTS / sum(weights);
        int[] weight = whole(ofTwins(m -> problem.weight(m) * unitsPerWeight));
        int[] work = IntStream.range(0, problem.twins())
                .map(m -> (int) cost.nearest(problem.contention(s) * problem.work(m) / unitsPerWeight))
                .toArray();
        IntVar product = model.intVar(0, MOST, true);
        IntVar weightHere = sumHere(s, weight);
        IntVar workHere = sumHere(s, work);
        model.times(weightHere, workHere, product).post();
        branching.addContention(s, weightHere, workHere, weight, work);
        terms.add(product);
    }

    private IntVar sumHere(int s, int[] values) {
        IntVar sum = model.intVar(
                0, (int) Math.min(MOST, Arrays.stream(values).asLongStream().sum()), true);
        model.scalar(isOn[s], values, "=", sum).post();
        return sum;
    }

    private double[] ofTwins(IntToDoubleFunction value) {
        return IntStream.range(0, problem.twins()).mapToDouble(value).toArray();
    }

    private static int[] whole(double[] values) {
        return Arrays.stream(values).mapToInt(v -> (int) Math.round(v)).toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    Solver solver() {
        return model.getSolver();
    }

    /** The servers of the solution found last. */
    int[] placement() {
        return Arrays.stream(server).mapToInt(IntVar::getValue).toArray();
    }
}
