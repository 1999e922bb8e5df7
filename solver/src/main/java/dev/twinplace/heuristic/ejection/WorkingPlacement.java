package dev.twinplace.heuristic.ejection;

import dev.twinplace.cost.SideLoads;
import dev.twinplace.cost.SidePenalty;
import java.util.Arrays;

/**
 * A complete placement that may exceed capacities, at a penalty, with what the search asks for in its inner loop at hand.
 *
 * <p>The fields are read by {@link ChainMove}; only this class writes them. A move is O(1), and allocates only where a server
 * has more twins than ever before. Sums are made anew by {@link #sumAnew}, which bounds the drift by rounding.
 */
final class WorkingPlacement {
    final PricedProblem problem;
    final int[] serverOf;
    final int[][] twinsOn;
    final int[] count;

    /** Reduced cost and demand of each twin where it is. */
    final double[] costOf;

    final double[] demandOf;

    final double[] load;
    final double[] weightOn;
    final double[] workOn;

    /** For each server: priced room, or the penalty of its overload, plus contention, plus {@link #sideTerm}. */
    final double[] term;

    /** What a unit of overload costs beyond the price. */
    final double[] penalty;

    /** When a server last changed, on a clock that counts changes. */
    final long[] changedAt;

    private final SideLoads sideLoads; // null without side constraints, like the next
    private final SidePenalty side;
    private final int[] position;
    private long now;

    WorkingPlacement(PricedProblem problem) {
        this.problem = problem;
        serverOf = new int[problem.twins];
        position = new int[problem.twins];
        costOf = new double[problem.twins];
        demandOf = new double[problem.twins];
        count = new int[problem.servers];
        twinsOn = new int[problem.servers][2 * problem.twins / problem.servers + 4];
        load = new double[problem.servers];
        weightOn = new double[problem.servers];
        workOn = new double[problem.servers];
        term = new double[problem.servers];
        penalty = new double[problem.servers];
        changedAt = new long[problem.servers];
        sideLoads = problem.hasSide ? new SideLoads(problem.source) : null;
        side = problem.hasSide ? new SidePenalty(problem.source, sideLoads, problem.sideUnit, problem.sidePrice) : null;
        now = 1;
    }

    /** Takes over a placement, which is copied. O(M + R). */
    void reset(int[] placement) {
        System.arraycopy(placement, 0, serverOf, 0, serverOf.length);
        Arrays.fill(count, 0);
        for (int m = 0; m < serverOf.length; m++) {
            append(m, serverOf[m]);
        }
        sumAnew();
        for (int s = 0; s < load.length; s++) {
            touch(s);
        }
    }

    /** Moves towards a placement until it is the same. O(M), and O(1) for each twin elsewhere. */
    void moveTo(int[] placement) {
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] != placement[m]) {
                move(m, placement[m]);
            }
        }
    }

    void move(int twin, int server) {
        int from = serverOf[twin];
        remove(twin, from);
        append(twin, server);
        serverOf[twin] = server;
        add(twin, from, -1);
        add(twin, server, 1);
        if (side != null) {
            side.take(twin, from);
            side.put(twin, server);
        }
        place(twin, server);
        touch(from);
        touch(server);
    }

    private void place(int twin, int server) {
        int cell = twin * problem.servers + server;
        costOf[twin] = problem.reduced[cell];
        demandOf[twin] = problem.demand[cell];
    }

    private void remove(int twin, int server) {
        int last = twinsOn[server][--count[server]];
        twinsOn[server][position[twin]] = last;
        position[last] = position[twin];
    }

    private void append(int twin, int server) {
        if (count[server] == twinsOn[server].length) {
            twinsOn[server] = Arrays.copyOf(twinsOn[server], 2 * count[server]);
        }
        position[twin] = count[server];
        twinsOn[server][count[server]++] = twin;
    }

    private void add(int twin, int server, int sign) {
        load[server] += sign * problem.demand[twin * problem.servers + server];
        weightOn[server] += sign * problem.weight[twin];
        workOn[server] += sign * problem.work[twin];
    }

    /** Sums loads from scratch. O(M + R). */
    void sumAnew() {
        Arrays.fill(load, 0);
        Arrays.fill(weightOn, 0);
        Arrays.fill(workOn, 0);
        for (int m = 0; m < serverOf.length; m++) {
            add(m, serverOf[m], 1);
            place(m, serverOf[m]);
        }
        if (side != null) {
            sumSideAnew();
        }
        for (int s = 0; s < load.length; s++) {
            term[s] = currentTerm(s);
        }
    }

    private void sumSideAnew() {
        sideLoads.clear();
        for (int m = 0; m < serverOf.length; m++) {
            sideLoads.put(m, serverOf[m]);
        }
        side.sumAnew();
    }

    private double currentTerm(int server) {
        double first = termOf(server, load[server], weightOn[server], workOn[server]);
        return side == null ? first : first + side.of(server);
    }

    /** Marks a server as changed, so that chains through it are looked for again. */
    void touch(int server) {
        term[server] = currentTerm(server);
        changedAt[server] = ++now;
    }

    long now() {
        return now;
    }

    void setPenalty(int server, double value) {
        penalty[server] = value;
        if (side != null) {
            side.setLevel(server, value);
        }
        term[server] = currentTerm(server);
    }

    boolean isOverloaded(int server) {
        return load[server] > problem.capacity[server] || (side != null && side.isExceeded(server));
    }

    boolean isFeasible() {
        for (int s = 0; s < load.length; s++) {
            if (isOverloaded(s)) {
                return false;
            }
        }
        return true;
    }

    /** What is added to the constant: reduced costs, priced room, penalties and contention. O(M + R). */
    double value() {
        double sum = 0;
        for (double each : costOf) {
            sum += each;
        }
        for (double each : term) {
            sum += each;
        }
        return sum;
    }

    /** What side constraints add to the term of a server where a twin has come and another gone, either {@code -1} for none. */
    double sideTerm(int server, int in, int out) {
        return side == null ? 0 : side.of(server) + side.change(server, in, out);
    }

    /** The term of a server with these sums, side constraints aside. */
    double termOf(int server, double loadOn, double weights, double works) {
        double room = problem.capacity[server] - loadOn;
        double priced = room >= 0 ? problem.price[server] * room : -penalty[server] * room;
        return problem.contended
                ? priced
                        + problem.contention[server]
                                * (weights - problem.weightOn[server])
                                * (works - problem.workOn[server])
                : priced;
    }
}
