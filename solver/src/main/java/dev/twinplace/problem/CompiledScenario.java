package dev.twinplace.problem;

import dev.twinplace.model.Outcome;
import java.util.Arrays;

/**
 * A problem with what its rows and columns stand for. Twins that must be together are one row; being unplaced is a server
 * after all others, if any twin may be.
 */
public final class CompiledScenario {
    private final PlacementProblem problem;
    private final int[] rowOf;
    private final int servers;
    private final double[] devices;
    private final double[] demandMB;

    /**
     * Keeps its arguments.
     *
     * @param rowOf the problem's row of each twin of the scenario
     * @param servers of the scenario: a column beyond them means unplaced
     * @param devices how many each twin has
     * @param demandMB how much of a workload capacity each twin takes
     */
    CompiledScenario(PlacementProblem problem, int[] rowOf, int servers, double[] devices, double[] demandMB) {
        this.problem = problem;
        this.rowOf = rowOf;
        this.servers = servers;
        this.devices = devices;
        this.demandMB = demandMB;
    }

    /** A scenario whose twins and servers are rows and columns. */
    static CompiledScenario ofPlain(PlacementProblem problem) {
        int[] rowOf = new int[problem.twins()];
        Arrays.setAll(rowOf, m -> m);
        return new CompiledScenario(problem, rowOf, problem.servers(), problem.weight, problem.work);
    }

    /**
     * The same where a twin that leaves its server costs something. One that cannot stay there leaves at no cost, and one
     * that has no server starts at no cost. O(M·R).
     *
     * @param current index of the server of each twin of the scenario, or {@link Outcome#UNPLACED}
     * @param moveCost of each twin of the scenario, not negative
     * @throws IllegalArgumentException if costs overflow
     */
    public CompiledScenario withMoveCosts(int[] current, double[] moveCost) {
        double[] costs = problem.cost.clone();
        for (int m = 0; m < rowOf.length; m++) {
            if (current[m] == Outcome.UNPLACED || !problem.fits(rowOf[m], current[m])) {
                continue;
            }
            int row = rowOf[m] * problem.servers;
            for (int s = 0; s < problem.servers; s++) {
                costs[row + s] += s == current[m] ? 0 : moveCost[m];
            }
        }
        return new CompiledScenario(ProblemVariant.withCosts(problem, costs), rowOf, servers, devices, demandMB);
    }

    /** What solvers see. */
    public PlacementProblem problem() {
        return problem;
    }

    /** Twins of the scenario. */
    public int twins() {
        return rowOf.length;
    }

    /** Servers of the scenario. */
    public int servers() {
        return servers;
    }

    /** |I<sub>m</sub>| of a twin of the scenario. */
    public int devices(int twin) {
        return (int) devices[twin];
    }

    /** How much of a workload capacity a twin of the scenario takes. */
    public double demandMB(int twin) {
        return demandMB[twin];
    }

    /** The problem's row of a twin of the scenario. */
    public int rowOf(int twin) {
        return rowOf[twin];
    }

    /** The server of each twin of the scenario, or {@link Outcome#UNPLACED}. O(M). */
    public int[] serversOf(Placement placement) {
        int[] serverOf = new int[rowOf.length];
        Arrays.setAll(serverOf, m -> {
            int column = placement.serverOf(rowOf[m]);
            return column == servers ? Outcome.UNPLACED : column;
        });
        return serverOf;
    }
}
