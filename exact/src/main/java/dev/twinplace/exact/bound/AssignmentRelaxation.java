package dev.twinplace.exact.bound;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The Lagrangian relaxation of "each twin on exactly one server": a bound that sees capacities and contention whole.
 *
 * <p>For any price u<sub>m</sub> per twin, every placement costs at least
 *
 * <pre>L(u) = Σ_m u_m + Σ_s min_X ( Σ_{m in X} (cost[m][s] − u_m) + contention[s] · weight(X) · work(X) ),  X within capacity,</pre>
 *
 * because the twins on s are one such X and each twin's price is added once and subtracted once. Decided twins belong to the
 * X of their server. For generalised assignment this is the relaxation of Ross and Soland in its stronger form (Fisher,
 * Jaikumar and Van Wassenhove, Management Science 32, 1986); its best value is that of the set-partitioning linear program.
 *
 * <p>Rows of side constraints are relaxed as well, at prices of their own: {@link RowPrices}. Limits of work are kept where there is contention, and ignored elsewhere.
 *
 * <p>Costs are those of a reduced problem: none is negative. Bounds are floating-point sums less what rounding can have added
 * to them, a priori: they hold exactly.
 *
 * <p>Prices are worth keeping between nodes of a search: they change little. Allocates nothing after construction; belongs
 * to one thread.
 */
public final class AssignmentRelaxation {
    /** Of all server subproblems together, before the caller is asked whether to go on. */
    private static final int TWINS_BETWEEN_QUESTIONS = 1024;

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final int twins;
    private final int servers;
    private final Domains domains;
    private final ServerCosts costs;
    private final ServerSubproblems subproblems;
    /** Null without rows. */
    private final RowPrices rows;

    private final double[] rowLoad;
    /** Null without side constraints. */
    private final SideRoom room;

    private final double[] price;
    private final double[] value;
    private final boolean[] takes;
    private final int[] takers;
    private final double[] penaltyOfLeaving;
    private final double[] boundOn;
    private final double rounding;
    private double charge;
    private double sum;
    private double error;

    /** All prices are 0. Decided twins and forbidden servers are read from {@code domains} at each evaluation. */
    public AssignmentRelaxation(PlacementProblem problem, Domains domains) {
        this.domains = domains;
        twins = problem.twins();
        servers = problem.servers();
        rounding = (8 * twins + 2 * servers + 32) * UNIT_ROUNDOFF;
        costs = new ServerCosts(problem);
        subproblems = new ServerSubproblems(problem, costs);
        rows = RowPrices.of(problem, twins);
        rowLoad = new double[RowPrices.count(problem)];
        room = problem.side().isNone() ? null : new SideRoom(problem);
        price = new double[twins + rowLoad.length];
        value = new double[servers];
        takes = new boolean[twins * servers];
        takers = new int[twins];
        penaltyOfLeaving = new double[twins];
        boundOn = new double[twins * servers];
    }

    /** u, then the prices of rows, that of row r on server s at M + r·R + s: changed in place by the ascent method. */
    public double[] prices() {
        return price;
    }

    /** M. */
    public int twins() {
        return twins;
    }

    /** What the rows are worth in all, at least, at the prices of the last evaluation: it is taken off the bound. */
    public double charge() {
        return charge;
    }

    /** The servers each twin may go to. */
    public Domains domains() {
        return domains;
    }

    /**
     * Computes L(u), {@link #bound}. R server subproblems and O(M·R).
     *
     * @param goesOn asked now and then
     * @return whether it came to its end; else nothing of this evaluation means anything
     */
    public boolean evaluate(BooleanSupplier goesOn) {
        int unasked = 0;
        Arrays.fill(takes, false);
        Arrays.fill(takers, 0);
        charge = chargeForRows();
        sum = 0 - charge;
        double prices = 0;
        for (int m = 0; m < twins; m++) {
            if (domains.isDecided(m)) {
                take(m, domains.onlyServer(m));
            } else {
                sum += price[m];
                prices += Math.abs(price[m]);
            }
        }
        double magnitude = (1 + servers) * prices + charge;
        for (int s = 0; s < servers; s++) {
            unasked += twins;
            if (unasked >= TWINS_BETWEEN_QUESTIONS) {
                unasked = 0;
                if (!goesOn.getAsBoolean()) {
                    return false;
                }
            }
            ServerSubproblem subproblem = subproblems.load(s, domains, price);
            value[s] = subproblem.solve();
            sum += value[s];
            magnitude += subproblem.decidedValue();
            for (int i = 0; i < subproblem.taken(); i++) {
                take(subproblem.taken(i), s);
            }
        }
        error = rounding * magnitude;
        return true;
    }

    /** L(u) of the last evaluation, rounding errors taken off: at most the cost of any placement that the domains allow. */
    public double bound() {
        return sum - error;
    }

    /** What rows are worth in all, at least. */
    private double chargeForRows() {
        if (rows == null) {
            return 0;
        }
        Arrays.fill(rowLoad, 0);
        costs.charge(rows, price);
        return rows.charge(price);
    }

    private void take(int twin, int server) {
        takes[twin * servers + server] = true;
        takers[twin]++;
        if (rows != null) {
            rows.load(twin, server, rowLoad);
        }
    }

    /**
     * What a price is worth changing for, in the last evaluation: how many servers lack a twin, or by how much a row is exceeded on a
     * server, in units of its mean demand.
     *
     * @param index of {@link #prices}
     */
    double lack(int index) {
        if (index < twins) {
            return 1 - takers[index];
        }
        int cell = index - twins;
        return rows.isPriced(cell) ? (rowLoad[cell] - rows.limit(cell)) / rows.unit(cell) : 0;
    }

    /** What a price is for, in terms of twins: 1 for that of a twin, the mean demand for that of a row. */
    double unit(int index) {
        return index < twins ? 1 : rows.unit(index - twins);
    }

    /** Of a twin on a server, with what rows charge in the last evaluation. */
    public double cost(int twin, int server) {
        return costs.cost[server * twins + twin];
    }

    /** Whether the last evaluation made a placement that keeps the rows, and none that is charged for has room left. */
    boolean isOptimal() {
        for (int i = 0; i < price.length; i++) {
            double lack = lack(i);
            if (lack > 0 || (lack < 0 && (i < twins || price[i] > 0))) {
                return false;
            }
        }
        return true;
    }

    /** How many servers took a twin in the last evaluation: all ones make a placement. */
    public int takers(int twin) {
        return takers[twin];
    }

    /** Whether a server took a twin in the last evaluation. */
    public boolean takes(int twin, int server) {
        return takes[twin * servers + server];
    }

    /**
     * Writes the cheapest server that took each twin in the last evaluation, or {@link IncrementalCost#UNPLACED}: within all
     * capacities, rows and work limits.
     */
    public void round(int[] target) {
        for (int m = 0; m < twins; m++) {
            target[m] = IncrementalCost.UNPLACED;
            for (int s = 0; s < servers; s++) {
                boolean cheaper = target[m] == IncrementalCost.UNPLACED || cost(m, s) < cost(m, target[m]);
                if (takes[m * servers + s] && cheaper) {
                    target[m] = s;
                }
            }
        }
        if (room != null) {
            room.keepWhatFits(target, price);
        }
    }

    /**
     * Bounds each decision that is left: {@link #boundOn}. To put m on s its subproblem must take m, and no other may:
     * what these conditions cost adds to L(u), for the conditions concern different subproblems. O(M·R) subproblems, most
     * of which end at once. Follows an evaluation at the same prices and domains.
     *
     * @param cutoff finite; bounds of this or more need not be exact
     * @param goesOn asked between subproblems
     * @return whether it came to its end
     */
    public boolean boundDecisions(double cutoff, BooleanSupplier goesOn) {
        double wrong = 2 * error + rounding * Math.abs(cutoff);
        double enough =
                cutoff + 2 * wrong; // what is at least this is at least the cutoff once rounding errors are taken off
        return boundLeaving(enough - sum, goesOn) && boundStaying(enough, wrong, goesOn);
    }

    /** What it costs to take each twin from the servers that took it. */
    private boolean boundLeaving(double slack, BooleanSupplier goesOn) {
        Arrays.fill(penaltyOfLeaving, 0);
        for (int s = 0; s < servers; s++) {
            ServerSubproblem subproblem = subproblems.load(s, domains, price);
            for (int m = 0; m < twins; m++) {
                if (takes[m * servers + s] && !domains.isDecided(m)) {
                    if (!goesOn.getAsBoolean()) {
                        return false;
                    }
                    double penalty = subproblem.solveWithout(m, value[s] + slack) - value[s];
                    boundOn[m * servers + s] = -penalty;
                    penaltyOfLeaving[m] += penalty;
                }
            }
        }
        return true;
    }

    /** What it costs beside that to put it on each server left to it. */
    private boolean boundStaying(double enough, double wrong, BooleanSupplier goesOn) {
        for (int s = 0; s < servers; s++) {
            ServerSubproblem subproblem = subproblems.load(s, domains, price);
            for (int m = 0; m < twins; m++) {
                if (domains.isDecided(m) || !domains.allows(m, s)) {
                    continue;
                }
                double floor = sum + penaltyOfLeaving[m];
                double on = floor;
                if (takes[m * servers + s]) {
                    on = floor + boundOn[m * servers + s];
                } else if (floor < enough) {
                    if (!goesOn.getAsBoolean()) {
                        return false;
                    }
                    on = floor + (subproblem.solveWith(m, price[m], value[s] + enough - floor) - value[s]);
                }
                boundOn[m * servers + s] = on - wrong;
            }
        }
        return true;
    }

    /** At most the cost of any allowed placement with an undecided twin on a server, as of {@link #boundDecisions}. */
    public double boundOn(int twin, int server) {
        return boundOn[twin * servers + server];
    }
}
