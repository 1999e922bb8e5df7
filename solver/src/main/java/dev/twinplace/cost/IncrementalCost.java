package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * The cost of a placement under change: every delta and every move in O(1).
 *
 * <p>Twins may be {@link #UNPLACED}; they then cost nothing and load nothing, so that constructive heuristics can use this
 * class too. Capacities are tracked and never enforced: {@link #overload()} says by how much they are exceeded.
 *
 * <p>Running sums of costs drift by rounding, so they are summed anew every {@value #MOVES_BETWEEN_SUMS} moves. With Java
 * assertions on, every move is compared with {@link CostEvaluator}: tests run that way. Belongs to one thread; allocates
 * nothing after construction.
 */
public final class IncrementalCost {
    /** In place of a server: this twin has none yet. */
    public static final int UNPLACED = -1;

    private static final int MOVES_BETWEEN_SUMS = 4096;

    /** {@value #MOVES_BETWEEN_SUMS} moves, each rounding a few times by 2<sup>-53</sup>, with room to spare. */
    private static final double DRIFT_TOLERANCE = 1e-11;

    private final ProblemView problem;
    private final int[] serverOf;
    private final double[] weightOn;
    private final double[] workOn;
    private final double[] loadOn;
    /** What rounding took from {@link #loadOn}: twice the precision, so that no load drifts across a capacity. */
    private final double[] loadLost;

    private final SideLoads side; // null without side constraints

    private double cost;
    private int movesSinceSum;
    private CostEvaluator definition; // only with assertions

    /** All twins unplaced. */
    public IncrementalCost(ProblemView problem) {
        this.problem = problem;
        serverOf = new int[problem.twins()];
        weightOn = new double[problem.servers()];
        workOn = new double[problem.servers()];
        loadOn = new double[problem.servers()];
        loadLost = new double[problem.servers()];
        side = problem.side().isNone() ? null : new SideLoads(problem);
        Arrays.fill(serverOf, UNPLACED);
    }

    /** Starts over from a placement, which is copied; entries may be {@link #UNPLACED}. O(M + R). */
    public void reset(int[] placement) {
        System.arraycopy(placement, 0, serverOf, 0, serverOf.length);
        sumAnew();
    }

    public ProblemView problem() {
        return problem;
    }

    /** Objective of the twins placed so far. */
    public double cost() {
        return cost;
    }

    public int serverOf(int twin) {
        return serverOf[twin];
    }

    /** Writes the placement into {@code target}, of length M. */
    public void copyTo(int[] target) {
        System.arraycopy(serverOf, 0, target, 0, serverOf.length);
    }

    /** Σ weight of the twins on a server. */
    public double weightOn(int server) {
        return weightOn[server];
    }

    /** Σ work of the twins on a server. */
    public double workOn(int server) {
        return workOn[server];
    }

    /** Σ demand of the twins on a server. */
    public double loadOn(int server) {
        return loadOn[server];
    }

    /** What side constraints look at; null if there are none. Read only. */
    public SideLoads sideLoads() {
        return side;
    }

    /** Whether a twin that is not on this server could be added within its capacity and the side constraints. */
    public boolean fits(int twin, int server) {
        return loadOn[server] + problem.demand(twin, server) <= problem.loadLimit(server)
                && (side == null || side.fits(twin, server));
    }

    /** Whether two placed twins on different servers could change places within both capacities and the side constraints. */
    public boolean swapFits(int first, int second) {
        int s = serverOf[first];
        int t = serverOf[second];
        return loadOn[s] - problem.demand(first, s) + problem.demand(second, s) <= problem.loadLimit(s)
                && loadOn[t] - problem.demand(second, t) + problem.demand(first, t) <= problem.loadLimit(t)
                && (side == null || (side.fitsFor(second, first, s) && side.fitsFor(first, second, t)));
    }

    /** Change of {@link #cost()} if an unplaced twin were put on a server: its cost and both ways of contention. */
    public double insertionDelta(int twin, int server) {
        double a = problem.weight(twin);
        double b = problem.work(twin);
        return problem.cost(twin, server)
                + problem.contention(server) * (a * workOn[server] + b * weightOn[server] + a * b);
    }

    /** Change of {@link #cost()} if a placed twin were taken off its server. */
    public double removalDelta(int twin) {
        int s = serverOf[twin];
        double a = problem.weight(twin);
        double b = problem.work(twin);
        return -problem.cost(twin, s) - problem.contention(s) * (a * workOn[s] + b * weightOn[s] - a * b);
    }

    /** Change of {@link #cost()} if a placed twin moved to another server. */
    public double moveDelta(int twin, int server) {
        return removalDelta(twin) + insertionDelta(twin, server);
    }

    /** Change of {@link #cost()} if two placed twins on different servers changed places. */
    public double swapDelta(int first, int second) {
        int s = serverOf[first];
        int t = serverOf[second];
        double a = problem.weight(second) - problem.weight(first);
        double b = problem.work(second) - problem.work(first);
        return problem.cost(first, t)
                - problem.cost(first, s)
                + problem.cost(second, s)
                - problem.cost(second, t)
                + problem.contention(s) * (a * workOn[s] + b * weightOn[s] + a * b)
                + problem.contention(t) * (a * b - a * workOn[t] - b * weightOn[t]);
    }

    /**
     * Σ over servers of the load beyond the limit, and what exceeds side constraints, see {@link SideLoads}; 0 if and only if the
     * placement is feasible. O(R) and what is exceeded.
     */
    public double overload() {
        double overload = side == null ? 0 : side.overload();
        for (int s = 0; s < loadOn.length; s++) {
            overload += overloadOf(s, loadOn[s]);
        }
        return overload;
    }

    private double overloadOf(int server, double load) {
        return load > problem.loadLimit(server) ? load - problem.capacity(server) : 0;
    }

    /** Puts a twin on a server, from wherever it is; {@link #UNPLACED} takes it off. */
    public void move(int twin, int server) {
        if (serverOf[twin] != UNPLACED) {
            cost += removalDelta(twin);
            add(twin, serverOf[twin], -1);
            if (side != null) {
                side.take(twin, serverOf[twin]);
            }
        }
        if (server != UNPLACED) {
            cost += insertionDelta(twin, server);
            add(twin, server, 1);
            if (side != null) {
                side.put(twin, server);
            }
        }
        serverOf[twin] = server;
        if (++movesSinceSum == MOVES_BETWEEN_SUMS) {
            sumAnew();
        }
        assert agreesWithDefinition();
    }

    /** Lets two twins change places. */
    public void swap(int first, int second) {
        int s = serverOf[first];
        move(first, serverOf[second]);
        move(second, s);
    }

    private void add(int twin, int server, int sign) {
        weightOn[server] += sign * problem.weight(twin);
        workOn[server] += sign * problem.work(twin);
        addLoad(server, sign * problem.demand(twin, server));
    }

    /** Adds exactly, as far as two doubles hold it (Knuth's two-sum). */
    private void addLoad(int server, double demand) {
        double load = loadOn[server];
        double sum = load + demand;
        double added = sum - load;
        double lost = loadLost[server] + (load - (sum - added)) + (demand - added);
        loadOn[server] = sum + lost;
        loadLost[server] = lost - (loadOn[server] - sum);
    }

    private void sumAnew() {
        movesSinceSum = 0;
        Arrays.fill(weightOn, 0);
        Arrays.fill(workOn, 0);
        Arrays.fill(loadOn, 0);
        Arrays.fill(loadLost, 0);
        cost = 0;
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] != UNPLACED) {
                cost += problem.cost(m, serverOf[m]);
                add(m, serverOf[m], 1);
            }
        }
        if (side != null) {
            sumSideAnew();
        }
        for (int s = 0; s < loadOn.length; s++) {
            cost += problem.contention(s) * weightOn[s] * workOn[s];
        }
    }

    private void sumSideAnew() {
        side.clear();
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] != UNPLACED) {
                side.put(m, serverOf[m]);
            }
        }
    }

    /**
     * The assert mode: always true.
     *
     * @throws AssertionError if the running cost is not what the definition says
     */
    private boolean agreesWithDefinition() {
        for (int server : serverOf) {
            if (server == UNPLACED) {
                return true; // the definition knows complete placements only
            }
        }
        if (definition == null) {
            definition = new CostEvaluator(problem);
        }
        double defined = definition.cost(serverOf);
        if (!(Math.abs(defined - cost) <= DRIFT_TOLERANCE * problem.costMagnitude())) {
            throw new AssertionError("cost is " + defined + " by definition, but incrementally " + cost);
        }
        return true;
    }
}
