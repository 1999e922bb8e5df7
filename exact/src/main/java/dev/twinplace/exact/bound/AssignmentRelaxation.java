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

    private final PlacementProblem problem;
    private final int twins;
    private final int servers;
    private final Domains domains;
    private final ServerSubproblems subproblems;
    private final double[] price;
    private final double[] value;
    private final boolean[] takes;
    private final int[] takers;
    private final double[] penaltyOfLeaving;
    private final double[] boundOn;
    private final double rounding;
    private double sum;
    private double error;

    /** All prices are 0. Decided twins and forbidden servers are read from {@code domains} at each evaluation. */
    public AssignmentRelaxation(PlacementProblem problem, Domains domains) {
        this.problem = problem;
        this.domains = domains;
        twins = problem.twins();
        servers = problem.servers();
        rounding = (8 * twins + 2 * servers + 32) * UNIT_ROUNDOFF;
        subproblems = new ServerSubproblems(problem);
        price = new double[twins];
        value = new double[servers];
        takes = new boolean[twins * servers];
        takers = new int[twins];
        penaltyOfLeaving = new double[twins];
        boundOn = new double[twins * servers];
    }

    /** u, length M: changed in place by the ascent method. */
    public double[] prices() {
        return price;
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
        sum = 0;
        double prices = 0;
        for (int m = 0; m < twins; m++) {
            if (domains.isDecided(m)) {
                take(m, domains.onlyServer(m));
            } else {
                sum += price[m];
                prices += Math.abs(price[m]);
            }
        }
        double magnitude = (1 + servers) * prices;
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

    private void take(int twin, int server) {
        takes[twin * servers + server] = true;
        takers[twin]++;
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
     * capacities.
     */
    public void round(int[] target) {
        for (int m = 0; m < twins; m++) {
            target[m] = IncrementalCost.UNPLACED;
            for (int s = 0; s < servers; s++) {
                boolean cheaper =
                        target[m] == IncrementalCost.UNPLACED || problem.cost(m, s) < problem.cost(m, target[m]);
                if (takes[m * servers + s] && cheaper) {
                    target[m] = s;
                }
            }
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
