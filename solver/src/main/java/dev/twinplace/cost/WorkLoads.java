package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;
import dev.twinplace.problem.SideConstraints;
import java.util.Arrays;

/**
 * The work on each server under change, and the least limit of a twin there. A twin with a limit is put and taken in the time of
 * a look at all such twins of its server; everything else is O(1). Allocates nothing after construction.
 */
final class WorkLoads {
    private static final int NONE = -1;

    private final ProblemView problem;
    private final SideConstraints side;
    private final double[] work;
    private final double[] lost; // what rounding took from it
    private final int[] first; // twin with a limit on each server, of a list
    private final int[] next;
    private final int[] previous;
    private final int[] tightest; // the twin of the least limit on each server
    private final double[] least;
    private final double[] second; // the least without that twin

    WorkLoads(ProblemView problem) {
        this.problem = problem;
        side = problem.side();
        int servers = problem.servers();
        work = new double[servers];
        lost = new double[servers];
        first = new int[servers];
        next = new int[problem.twins()];
        previous = new int[problem.twins()];
        tightest = new int[servers];
        least = new double[servers];
        second = new double[servers];
        clear();
    }

    void clear() {
        Arrays.fill(work, 0);
        Arrays.fill(lost, 0);
        Arrays.fill(first, NONE);
        Arrays.fill(tightest, NONE);
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(second, Double.POSITIVE_INFINITY);
    }

    double workOn(int server) {
        return work[server];
    }

    /** The least limit of the twins on a server, one of them left out; infinite if none has one. */
    double limitWithout(int server, int twin) {
        return twin >= 0 && tightest[server] == twin ? second[server] : least[server];
    }

    /** What the work on a server is beyond its limit if a twin comes and another goes, either {@code -1} for none; 0 if within. */
    double excess(int server, int in, int out) {
        double then = work[server] + (in < 0 ? 0 : problem.work(in)) - (out < 0 ? 0 : problem.work(out));
        double limit = limitWithout(server, out);
        if (in >= 0) {
            limit = Math.min(limit, side.workSumLimit(in, server));
        }
        return then > limit ? then - limit : 0;
    }

    void put(int twin, int server) {
        add(server, problem.work(twin));
        double limit = side.workSumLimit(twin, server);
        if (limit == Double.POSITIVE_INFINITY) {
            return;
        }
        int head = first[server];
        next[twin] = head;
        previous[twin] = NONE;
        first[server] = twin;
        if (head != NONE) {
            previous[head] = twin;
        }
        rank(twin, limit, server);
    }

    void take(int twin, int server) {
        add(server, -problem.work(twin));
        double limit = side.workSumLimit(twin, server);
        if (limit == Double.POSITIVE_INFINITY) {
            return;
        }
        if (previous[twin] == NONE) {
            first[server] = next[twin];
        } else {
            next[previous[twin]] = next[twin];
        }
        if (next[twin] != NONE) {
            previous[next[twin]] = previous[twin];
        }
        if (limit <= second[server]) {
            rankAnew(server);
        }
    }

    private void rankAnew(int server) {
        tightest[server] = NONE;
        least[server] = Double.POSITIVE_INFINITY;
        second[server] = Double.POSITIVE_INFINITY;
        for (int twin = first[server]; twin != NONE; twin = next[twin]) {
            rank(twin, side.workSumLimit(twin, server), server);
        }
    }

    private void rank(int twin, double limit, int server) {
        if (limit < least[server]) {
            second[server] = least[server];
            least[server] = limit;
            tightest[server] = twin;
        } else {
            second[server] = Math.min(second[server], limit);
        }
    }

    /** Adds exactly, as far as two doubles hold it (Knuth's two-sum). */
    private void add(int server, double change) {
        double before = work[server];
        double sum = before + change;
        double added = sum - before;
        double rounded = lost[server] + (before - (sum - added)) + (change - added);
        work[server] = sum + rounded;
        lost[server] = rounded - (work[server] - sum);
    }
}
