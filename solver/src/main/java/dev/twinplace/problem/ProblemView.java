package dev.twinplace.problem;

/**
 * What can be read of M twins to place on R servers: the entries of a {@link PlacementProblem}, which never change, or of a
 * {@link ProblemBuffer}, which is filled with one problem after another. Code that takes a view works on both and says when
 * it reads; code that keeps a problem takes the immutable one.
 *
 * <p>Matrices are flat and row-major, twins × servers. Only the buffer writes to its arrays.
 */
public abstract sealed class ProblemView permits PlacementProblem, ProblemBuffer {
    final int twins;
    final int servers;
    final double[] cost;
    final double[] demand;
    final double[] capacity;
    final double[] loadLimit;
    final double[] contention;
    final double[] weight;
    final double[] work;
    final boolean[] cloud;
    final SideConstraints side;

    /** All zero. */
    ProblemView(int twins, int servers) {
        this.twins = twins;
        this.servers = servers;
        cost = new double[twins * servers];
        demand = new double[twins * servers];
        capacity = new double[servers];
        loadLimit = new double[servers];
        contention = new double[servers];
        weight = new double[twins];
        work = new double[twins];
        cloud = new boolean[servers];
        side = SideConstraints.NONE;
    }

    /** The arrays of another, which nothing writes to any more, with these costs and side constraints. */
    ProblemView(ProblemView other, double[] costs, SideConstraints side) {
        twins = other.twins;
        servers = other.servers;
        cost = costs;
        demand = other.demand;
        capacity = other.capacity;
        loadLimit = other.loadLimit;
        contention = other.contention;
        weight = other.weight;
        work = other.work;
        cloud = other.cloud;
        this.side = side;
    }

    /** M. */
    public final int twins() {
        return twins;
    }

    /** R, clouds included. */
    public final int servers() {
        return servers;
    }

    /** Cost of a twin on a server, without contention. */
    public final double cost(int twin, int server) {
        return cost[twin * servers + server];
    }

    /** What a twin takes of a server's capacity. */
    public final double demand(int twin, int server) {
        return demand[twin * servers + server];
    }

    /** Infinite if the server takes any load. */
    public final double capacity(int server) {
        return capacity[server];
    }

    /**
     * The largest floating-point sum of demands that counts as within the capacity, see {@link LoadLimits}: the capacity
     * itself where sums of demands are exact, otherwise that plus what rounding can add to such a sum.
     */
    public final double loadLimit(int server) {
        return loadLimit[server];
    }

    /** Whether a twin fits on a server that it has for itself, side constraints included. */
    public final boolean fits(int twin, int server) {
        return demand(twin, server) <= loadLimit(server);
    }

    /** How many numbers were added up to make one demand, at most: the devices of a twin; 1 where demands were given. */
    public abstract int demandTerms();

    /** No placement costs more than this, nor less than minus this: what rounding errors of costs are relative to. */
    public abstract double costMagnitude();

    /** κ<sub>s</sub>: 0 where twins do not slow one another down. */
    public final double contention(int server) {
        return contention[server];
    }

    /** a<sub>m</sub>: how much a twin suffers from work on its server; its number of devices. */
    public final double weight(int twin) {
        return weight[twin];
    }

    /** b<sub>m</sub>: the work a twin brings to its server; its workload in MB. Known under every coupling. */
    public final double work(int twin) {
        return work[twin];
    }

    /** Whether a server is a cloud, which matters to baselines that are defined by it. */
    public final boolean isCloud(int server) {
        return cloud[server];
    }

    /** Whether any server has a finite capacity. */
    public final boolean hasCapacities() {
        for (double c : capacity) {
            if (c != Double.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /** Whether twins slow one another down on any server. */
    public final boolean hasContention() {
        for (double kappa : contention) {
            if (kappa != 0) {
                return true;
            }
        }
        return false;
    }

    /** What couples the twins beside demands and contention: further resources, separate groups, limits of work. */
    public final SideConstraints side() {
        return side;
    }

    /** Whether nothing couples the twins, so that the best server of each is the optimum. */
    public final boolean isSeparable() {
        return !hasCapacities() && !hasContention() && side.isNone();
    }

    /** The absolute value of contention when all twins are on every server: no placement has more. */
    final double contentionMagnitude() {
        double products = sum(weight) * sum(work);
        double sum = 0;
        for (double kappa : contention) {
            sum += kappa * products;
        }
        return sum;
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
