package dev.twinplace.problem;

import dev.twinplace.model.Scenario;
import java.util.Arrays;
import java.util.Optional;

/**
 * Place M twins on R servers:
 *
 * <pre>
 * minimise   Σ_m cost[m][s_m]  +  Σ_s contention[s] · (Σ_{m on s} weight[m]) · (Σ_{m on s} work[m])
 * subject to Σ_{m on s} demand[m][s] ≤ capacity[s]
 * </pre>
 *
 * <p>The first sum alone is the paper's problem (P). Demands make it generalised assignment, contention a quadratic
 * semi-assignment of rank one; both may be present. Costs are finite and of any sign; everything else is not negative, a
 * capacity may be infinite. The objective is finite on every placement.
 *
 * <p>Matrices are flat and row-major, twins × servers. An instance never changes, except that {@link ScenarioCompiler} can
 * be told to compile into one it made before.
 */
public final class PlacementProblem {
    /** More cells than this per matrix are refused: two matrices of 800 MB each are no longer a slip of the pen. */
    static final int MAX_CELLS = 100_000_000;

    final int twins;
    final int servers;
    final double[] cost;
    final double[] demand;
    final double[] capacity;
    final double[] contention;
    final double[] weight;
    final double[] work;
    final boolean[] cloud;
    Scenario scenario;
    int demandTerms = 1;
    final LoadLimits loadLimits;
    private double costMagnitude;

    /** All zero, no server with a capacity. */
    PlacementProblem(int twins, int servers) {
        if (twins < 1 || servers < 1) {
            throw new IllegalArgumentException(
                    "a problem must have at least one twin and one server, but had " + twins + " and " + servers);
        }
        if ((long) twins * servers > MAX_CELLS) {
            throw new IllegalArgumentException(
                    "twins × servers must be at most " + MAX_CELLS + ", but was " + twins + " × " + servers);
        }
        this.twins = twins;
        this.servers = servers;
        cost = new double[twins * servers];
        demand = new double[twins * servers];
        capacity = new double[servers];
        Arrays.fill(capacity, Double.POSITIVE_INFINITY);
        contention = new double[servers];
        weight = new double[twins];
        work = new double[twins];
        cloud = new boolean[servers];
        loadLimits = new LoadLimits(servers);
    }

    /**
     * The same problem with other costs; everything else is shared with it.
     *
     * @param magnitude sum of each twin's largest absolute cost
     */
    PlacementProblem(PlacementProblem other, double[] costs, double magnitude) {
        twins = other.twins;
        servers = other.servers;
        cost = costs;
        demand = other.demand;
        capacity = other.capacity;
        contention = other.contention;
        weight = other.weight;
        work = other.work;
        cloud = other.cloud;
        scenario = other.scenario;
        demandTerms = other.demandTerms;
        loadLimits = other.loadLimits;
        costMagnitude = magnitude + contentionMagnitude();
    }

    public static PlacementProblemBuilder builder(int twins, int servers) {
        return new PlacementProblemBuilder(twins, servers);
    }

    /** M. */
    public int twins() {
        return twins;
    }

    /** R, clouds included. */
    public int servers() {
        return servers;
    }

    /** Cost of a twin on a server, without contention. */
    public double cost(int twin, int server) {
        return cost[twin * servers + server];
    }

    /** What a twin takes of a server's capacity. */
    public double demand(int twin, int server) {
        return demand[twin * servers + server];
    }

    /** Infinite if the server takes any load. */
    public double capacity(int server) {
        return capacity[server];
    }

    /**
     * The largest floating-point sum of demands that counts as within the capacity, see {@link LoadLimits}: the capacity
     * itself where sums of demands are exact, otherwise that plus what rounding can add to such a sum.
     */
    public double loadLimit(int server) {
        return loadLimits.of(server);
    }

    /** Whether a twin fits on a server that it has for itself. */
    public boolean fits(int twin, int server) {
        return demand(twin, server) <= loadLimit(server);
    }

    /** How many numbers were added up to make one demand, at most: the devices of a twin; 1 where demands were given. */
    public int demandTerms() {
        return demandTerms;
    }

    /** No placement costs more than this, nor less than minus this: what rounding errors of costs are relative to. */
    public double costMagnitude() {
        return costMagnitude;
    }

    /** κ<sub>s</sub>: 0 where twins do not slow one another down. */
    public double contention(int server) {
        return contention[server];
    }

    /** a<sub>m</sub>: how much a twin suffers from work on its server; its number of devices. */
    public double weight(int twin) {
        return weight[twin];
    }

    /** b<sub>m</sub>: the work a twin brings to its server; its workload in MB. Known under every coupling. */
    public double work(int twin) {
        return work[twin];
    }

    /** Whether a server is a cloud, which matters to baselines that are defined by it. */
    public boolean isCloud(int server) {
        return cloud[server];
    }

    /** What it was compiled from, for those who see more than costs; empty for a problem that was built entry by entry. */
    public Optional<Scenario> scenario() {
        return Optional.ofNullable(scenario);
    }

    /** Whether any server has a finite capacity. */
    public boolean hasCapacities() {
        for (double c : capacity) {
            if (c != Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /** Whether twins slow one another down on any server. */
    public boolean hasContention() {
        for (double kappa : contention) {
            if (kappa != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing couples the twins, so that the best server of each is the optimum. */
    public boolean isSeparable() {
        return !hasCapacities() && !hasContention();
    }

    /**
     * Checks in O(M·R) what the class comment promises.
     *
     * @throws IllegalArgumentException if an entry is out of its domain or the objective can overflow
     */
    PlacementProblem validated() {
        requireNotNegative("demand", demand, servers);
        requireNotNegative("capacity", capacity, 0);
        requireNotNegative("contention", contention, 0);
        requireNotNegative("weight", weight, 0);
        requireNotNegative("work", work, 0);
        double demands = 0;
        for (int m = 0; m < twins; m++) {
            double largest = 0;
            for (int i = m * servers; i < (m + 1) * servers; i++) {
                largest = Math.max(largest, demand[i]);
            }
            demands += largest;
        }
        double costs = sumMagnitudes();
        double products = Math.max(sum(weight) * sum(work), largestPartOfContention());
        double largestTerm = Math.max(Math.max(costs, demands), products);
        if (!Double.isFinite(4 * largestTerm)) { // so that what a swap changes, four terms, is finite too
            throw new IllegalArgumentException(
                    "the cost and the load of a placement must be finite, but overflow by " + Overflow.culprit(this));
        }
        costMagnitude = costs;
        loadLimits.compute(this);
        return this;
    }

    /** Contention is multiplied by weight or by work first: that must be finite even if the other factor is 0. */
    private double largestPartOfContention() {
        double largest = 0;
        for (double kappa : contention) {
            largest = Math.max(largest, kappa);
        }
        return largest * Math.max(sum(weight), sum(work));
    }

    private double sumMagnitudes() {
        double costs = 0;
        for (int m = 0; m < twins; m++) {
            double largest = 0;
            for (int i = m * servers; i < (m + 1) * servers; i++) {
                largest = Math.max(largest, Math.abs(cost[i]));
            }
            costs += largest;
        }
        return costs + contentionMagnitude();
    }

    private double contentionMagnitude() {
        double products = sum(weight) * sum(work);
        double sum = 0;
        for (double kappa : contention) {
            sum += kappa * products;
        }
        return sum;
    }

    private static void requireNotNegative(String name, double[] values, int columns) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0)) {
                throw new IllegalArgumentException(
                        Overflow.entry(name, i, columns) + ": must be >= 0, but was " + values[i]);
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
