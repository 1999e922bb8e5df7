package dev.twinplace.exact.mip;

import dev.twinplace.exact.part.SideOfPart;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a node leaves to decide, as a placement problem of its own: the undecided twins, the capacity that is left, and costs
 * that include the contention with the decided twins.
 *
 * <p>It is a relaxation: what it costs plus {@link #base} is at most the excess of any placement with these decisions, and
 * no such placement that passes the checker is cut off. Costs and base are therefore rounded down, capacities up. All terms
 * of a reduced problem are at least 0, so each sum of n terms has a relative error of at most n·2<sup>-53</sup>, to first order;
 * twice that is taken off.
 *
 * <p>A server that alone takes a twin to the cutoff is not allowed for it: a better placement does not use it. This also keeps
 * costs that stand for "never here" out of the linear program, where they would drown the others.
 */
final class RemainingProblem {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final PlacementProblem whole;
    private final int[] twins;
    private final double[] weightOn;
    private final double[] workOn;
    private final double[] loadOn;
    private final double lowering;
    private final double base;
    private final boolean[][] allowed;
    private PlacementProblem problem;

    /**
     * Takes the decided twins off a problem. O(M·R).
     *
     * @param whole a reduced problem: its costs are not negative
     * @param decisions the server of each twin, or {@link MipNode#UNDECIDED}; at least one is undecided
     * @param cutoff of no interest is a placement of this excess or more
     */
    RemainingProblem(PlacementProblem whole, int[] decisions, double cutoff) {
        this.whole = whole;
        twins = IntStream.range(0, decisions.length)
                .filter(m -> decisions[m] == MipNode.UNDECIDED)
                .toArray();
        weightOn = new double[whole.servers()];
        workOn = new double[whole.servers()];
        loadOn = new double[whole.servers()];
        lowering = 1 - 2 * (whole.twins() + whole.servers() + 8) * UNIT_ROUNDOFF;
        base = lowering * decide(decisions);
        allowed = new boolean[twins.length][whole.servers()];
        build(decisions, cutoff);
    }

    /** Sums what the decided twins cost and take. */
    private double decide(int[] decisions) {
        double cost = 0;
        for (int m = 0; m < decisions.length; m++) {
            int s = decisions[m];
            if (s != MipNode.UNDECIDED) {
                cost += whole.cost(m, s);
                weightOn[s] += whole.weight(m);
                workOn[s] += whole.work(m);
                loadOn[s] += whole.demand(m, s);
            }
        }
        for (int s = 0; s < whole.servers(); s++) {
            cost += whole.contention(s) * weightOn[s] * workOn[s];
        }
        return cost;
    }

    private void build(int[] decisions, double cutoff) {
        PlacementProblemBuilder builder = PlacementProblem.builder(twins.length, whole.servers());
        double[] left = new double[whole.servers()];
        for (int s = 0; s < left.length; s++) {
            left[s] = capacityLeft(s);
            builder.capacity(s, left[s]).contention(s, whole.contention(s));
        }
        for (int i = 0; i < twins.length; i++) {
            int m = twins[i];
            builder.weight(i, whole.weight(m)).work(i, whole.work(m));
            for (int s = 0; s < left.length; s++) {
                double cost = costWithDecided(m, s);
                if (whole.fits(m, s) && whole.demand(m, s) <= left[s] && lowering * (base + cost) < cutoff) {
                    allowed[i][s] = true;
                    builder.cost(i, s, cost).demand(i, s, whole.demand(m, s));
                }
            }
        }
        int[] servers = new int[left.length];
        Arrays.setAll(servers, s -> s);
        SideOfPart.write(whole, twins, servers, decisions, true, builder);
        problem = builder.build();
        for (int i = 0; i < twins.length; i++) {
            for (int s = 0; s < left.length; s++) {
                allowed[i][s] &= problem.fits(i, s);
            }
        }
    }

    /** What the checker lets pass, less the load, plus what rounding can have taken from either. */
    private double capacityLeft(int server) {
        double capacity = whole.capacity(server);
        if (capacity == Double.POSITIVE_INFINITY) {
            return capacity;
        }
        double limit = capacity + 2 * (whole.loadLimit(server) - capacity);
        double rounding = 2 * (whole.twins() + 4) * UNIT_ROUNDOFF * limit;
        return Math.max(0, limit - loadOn[server] + rounding);
    }

    private double costWithDecided(int twin, int server) {
        double contention = whole.contention(server);
        double cost = whole.cost(twin, server);
        if (contention == 0) {
            return cost;
        }
        double meeting = whole.weight(twin) * workOn[server] + whole.work(twin) * weightOn[server];
        return lowering * (cost + contention * meeting);
    }

    /** Twin i here is twin {@link #twin} of the whole problem; servers are the same. */
    PlacementProblem problem() {
        return problem;
    }

    /** The index in the whole problem of twin i here. */
    int twin(int i) {
        return twins[i];
    }

    /** How many twins are undecided. */
    int size() {
        return twins.length;
    }

    /** At most what the decided twins cost among themselves. */
    double base() {
        return base;
    }

    /** Whether a placement of interest can have twin i on a server. */
    boolean isAllowed(int i, int server) {
        return allowed[i][server];
    }

    /** The decisions completed by a server for each undecided twin; a new array. */
    int[] complete(int[] decisions, int[] serverOf) {
        int[] complete = Arrays.copyOf(decisions, decisions.length);
        for (int i = 0; i < twins.length; i++) {
            complete[twins[i]] = serverOf[i];
        }
        return complete;
    }

    /** Number of servers allowed for twin i. */
    int choices(int i) {
        int choices = 0;
        for (boolean each : allowed[i]) {
            choices += each ? 1 : 0;
        }
        return choices;
    }
}
