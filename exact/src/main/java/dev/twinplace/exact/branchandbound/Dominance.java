package dev.twinplace.exact.branchandbound;

import dev.twinplace.exact.bound.Domains;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.SideConstraints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Placements that need no look because another, which is kept, costs no more.
 *
 * <ul>
 *   <li>A server without capacity or contention, such as a cloud, takes any twin at its price and disturbs none, unless one of the
 *       twin's rows or some limit of work says otherwise. A twin on a
 *       server that is no cheaper for it alone might as well go there, or to the first such server among equals.
 *   <li>Twins that are alike in everything may change places. Only placements that put them on servers in ascending order
 *       are kept: sorting them changes no cost and no load.
 * </ul>
 *
 * <p>The rules go together: twins that are alike lose the same servers. Costs are compared as they were given, not reduced:
 * what is equal after rounding need not be.
 */
final class Dominance {
    private static final int NONE = -1;
    private static final double ROUNDED_DOWN = 1 - 0x1p-50;

    private final PlacementProblem problem;
    private final SideConstraints side;
    /** Whether some twin limits the work on a server. */
    private final boolean[] limitsWork;

    /** The next twin that is exactly like this one. */
    private final int[] nextAlike;

    private final boolean hasTwinsAlike;

    /** Finds twins that are alike in O(M·log M) comparisons of rows. */
    Dominance(PlacementProblem problem) {
        this.problem = problem;
        side = problem.side();
        limitsWork = limitsWork(problem);
        nextAlike = new int[problem.twins()];
        Arrays.fill(nextAlike, NONE);
        Comparator<Integer> byRow = this::compareRows;
        int[] sorted = IntStream.range(0, problem.twins())
                .boxed()
                .sorted(byRow.thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean found = false;
        for (int i = 1; i < sorted.length; i++) {
            if (compareRows(sorted[i - 1], sorted[i]) == 0) {
                nextAlike[sorted[i - 1]] = sorted[i];
                found = true;
            }
        }
        hasTwinsAlike = found;
    }

    private static boolean[] limitsWork(PlacementProblem problem) {
        boolean[] limits = new boolean[problem.servers()];
        for (int m = 0; m < problem.twins() && problem.side().hasWorkLimits(); m++) {
            for (int s = 0; s < limits.length; s++) {
                limits[s] |= problem.side().workLimit(m, s) != Double.POSITIVE_INFINITY;
            }
        }
        return limits;
    }

    private int compareRows(int m, int n) {
        int order = compare(problem.work(m), problem.work(n));
        order = order != 0 ? order : compare(problem.weight(m), problem.weight(n));
        for (int s = 0; s < problem.servers() && order == 0; s++) {
            order = compare(problem.cost(m, s), problem.cost(n, s));
            order = order != 0 ? order : compare(problem.demand(m, s), problem.demand(n, s));
            order = order != 0 ? order : compare(side.workLimit(m, s), side.workLimit(n, s));
        }
        return order != 0 ? order : compareEntries(m, n);
    }

    /** The rows of two twins, and what they demand there. */
    private int compareEntries(int m, int n) {
        int count = side.end(m) - side.start(m);
        int order = Integer.compare(count, side.end(n) - side.start(n));
        for (int i = 0; i < count && order == 0; i++) {
            order = Integer.compare(side.row(side.start(m) + i), side.row(side.start(n) + i));
            order = order != 0 ? order : compare(side.demand(side.start(m) + i), side.demand(side.start(n) + i));
        }
        return order;
    }

    /** As numbers: 0.0 equals -0.0. */
    private static int compare(double a, double b) {
        return Double.compare(a + 0.0, b + 0.0);
    }

    /** Dominated servers, and those on which a twin does not fit, as {@link Domains#toBits}. O(M·R). */
    long[] excludedServers() {
        Domains domains = new Domains(problem);
        excludeDominated(domains);
        return domains.toBits();
    }

    /** Dominated servers alone: twin · R + server each. */
    int[] dominatedCells() {
        Domains domains = new Domains(problem);
        int mark = domains.mark();
        excludeDominated(domains);
        return domains.takenSince(mark);
    }

    private void excludeDominated(Domains domains) {
        for (int m = 0; m < problem.twins(); m++) {
            int best = cheapestFreeServer(m);
            for (int s = 0; best != NONE && s < problem.servers(); s++) {
                if (s != best && isNoCheaper(m, s, best)) {
                    domains.forbid(m, s);
                }
            }
        }
    }

    private int cheapestFreeServer(int twin) {
        int best = NONE;
        for (int s = 0; s < problem.servers(); s++) {
            if (isFree(twin, s) && (best == NONE || problem.cost(twin, s) < problem.cost(twin, best))) {
                best = s;
            }
        }
        return best;
    }

    private boolean isFree(int twin, int server) {
        boolean free = problem.contention(server) == 0
                && problem.capacity(server) == Double.POSITIVE_INFINITY
                && !limitsWork[server];
        for (int entry = side.start(twin); entry < side.end(twin) && free; entry++) {
            free = side.limit(side.row(entry), server) == Double.POSITIVE_INFINITY;
        }
        return free;
    }

    /** Whether a server, contention with itself included, costs a twin at least what a free one does: no rounding says so. */
    private boolean isNoCheaper(int twin, int server, int free) {
        double product = problem.contention(server) * problem.weight(twin) * problem.work(twin);
        double more = problem.cost(twin, free) - problem.cost(twin, server);
        return more <= 0 || product * ROUNDED_DOWN >= more;
    }

    /** Takes servers away until twins that are alike can be in ascending order only. */
    void orderTwinsAlike(Domains domains) {
        boolean changed = hasTwinsAlike;
        while (changed && !domains.isContradiction()) {
            changed = false;
            for (int m = 0; m < nextAlike.length && !domains.isContradiction(); m++) {
                if (nextAlike[m] != NONE) {
                    changed |= order(m, nextAlike[m], domains);
                }
            }
        }
    }

    private boolean order(int before, int after, Domains domains) {
        int mark = domains.mark();
        for (int s = 0; !domains.allows(before, s); s++) {
            domains.forbid(after, s);
        }
        for (int s = problem.servers() - 1; s >= 0 && !domains.allows(after, s); s--) {
            domains.forbid(before, s);
        }
        return domains.mark() > mark;
    }
}
