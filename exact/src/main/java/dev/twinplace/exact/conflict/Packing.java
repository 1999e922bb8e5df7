package dev.twinplace.exact.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What some of the rules ask for: rows, each a twin or twins that must be together, that must all go to servers with limits.
 * Limits are of dimensions, which are numbered as in the book, and of the work that rows tolerate beside them. Rows that always
 * have room, on a server that limits nothing they demand, are left out, and so are twins that need not be placed.
 */
final class Packing {
    private final int servers;
    private final List<PackingDimension> dimensions;
    private final List<int[]> members = new ArrayList<>();

    /** By twin: where a row that is left out has room; −1 for all others. */
    private final int[] freeServer;

    /** By dimension and server. */
    private final double[][] limit;

    /** By dimension and row · stride + server. */
    private double[][] demand;

    private double[] work;

    /** By cell; empty if no work is limited. */
    private double[] workLimit = new double[0];

    private boolean[] allowed;

    /** By dimension and row. */
    private double[][] least;

    private Packing(RuleBook book, BitSet active) {
        servers = book.servers();
        dimensions = book.dimensions();
        freeServer = new int[book.twins()];
        Arrays.fill(freeServer, -1);
        limit = new double[dimensions.size()][servers];
        for (int d = 0; d < limit.length; d++) {
            for (int s = 0; s < servers; s++) {
                int rule = dimensions.get(d).rule(s);
                boolean isLimited = rule != RuleBook.NONE && active.get(rule);
                limit[d][s] = isLimited ? dimensions.get(d).limit(s) : Double.POSITIVE_INFINITY;
            }
        }
    }

    /** What the active rules of a book ask for. O(M·R·D) for D dimensions, and the bars. */
    static Packing of(RuleBook book, BitSet active) {
        Packing packing = new Packing(book, active);
        for (List<Integer> row : rows(book, active)) {
            if (row.stream().anyMatch(m -> book.placed(m) != RuleBook.NONE && active.get(book.placed(m)))) {
                packing.members.add(row.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        packing.fill(book, active);
        packing.leaveOutFreeRows(book, active);
        return packing;
    }

    private static Iterable<List<Integer>> rows(RuleBook book, BitSet active) {
        Map<Integer, List<Integer>> rows = new LinkedHashMap<>();
        for (int m = 0; m < book.twins(); m++) {
            int together = book.togetherRule(m);
            boolean isGrouped = together != RuleBook.NONE && active.get(together);
            rows.computeIfAbsent(isGrouped ? -1 - together : m, key -> new ArrayList<>())
                    .add(m);
        }
        return rows.values();
    }

    private void fill(RuleBook book, BitSet active) {
        work = new double[rows()];
        demand = new double[dimensions.size()][];
        for (int d = 0; d < demand.length; d++) {
            PackingDimension dimension = dimensions.get(d);
            demand[d] = new double[rows() * dimension.stride()];
            for (int u = 0; u < rows(); u++) {
                for (int s = 0; s < dimension.stride(); s++) {
                    for (int m : members.get(u)) {
                        demand[d][u * dimension.stride() + s] += dimension.demand(m, s);
                    }
                }
            }
        }
        for (int u = 0; u < rows(); u++) {
            for (int m : members.get(u)) {
                work[u] += book.work(m);
                addWorkLimits(book, active, u, m);
            }
        }
        allow(book, active);
        findLeast();
    }

    private void addWorkLimits(RuleBook book, BitSet active, int row, int twin) {
        int rule = book.latencyRule(twin);
        if (rule == RuleBook.NONE || !active.get(rule)) {
            return;
        }
        if (workLimit.length == 0) {
            workLimit = new double[rows() * servers];
            Arrays.fill(workLimit, Double.POSITIVE_INFINITY);
        }
        for (int s = 0; s < servers; s++) {
            int cell = row * servers + s;
            workLimit[cell] = Math.min(workLimit[cell], book.workLimit(twin, s));
        }
    }

    private void allow(RuleBook book, BitSet active) {
        allowed = new boolean[rows() * servers];
        for (int u = 0; u < rows(); u++) {
            for (int s = 0; s < servers; s++) {
                boolean open = work[u] <= workLimit(u, s);
                for (int d = 0; d < limit.length; d++) {
                    open &= demand(d, u, s) <= limit[d][s];
                }
                for (int m : members.get(u)) {
                    open &= !isBarred(book, active, m, s);
                }
                allowed[u * servers + s] = open;
            }
        }
    }

    private static boolean isBarred(RuleBook book, BitSet active, int twin, int server) {
        for (int rule : book.bars(twin, server)) {
            if (active.get(rule)) {
                return true;
            }
        }
        return false;
    }

    private void findLeast() {
        least = new double[limit.length][rows()];
        for (int d = 0; d < limit.length; d++) {
            for (int u = 0; u < rows(); u++) {
                least[d][u] = Double.POSITIVE_INFINITY;
                for (int s = 0; s < servers; s++) {
                    least[d][u] = allows(u, s) ? Math.min(least[d][u], demand(d, u, s)) : least[d][u];
                }
            }
        }
    }

    private void leaveOutFreeRows(RuleBook book, BitSet active) {
        boolean[] limitsWork = new boolean[servers];
        for (int cell = 0; cell < workLimit.length; cell++) {
            limitsWork[cell % servers] |= workLimit[cell] != Double.POSITIVE_INFINITY && allowed[cell];
        }
        List<int[]> bound = new ArrayList<>();
        for (int u = 0; u < rows(); u++) {
            int free = -1;
            for (int s = 0; s < servers && free < 0; s++) {
                free = allows(u, s) && !(limitsWork[s] && work[u] > 0) && !isLimited(u, s) ? s : -1;
            }
            if (free < 0) {
                bound.add(members.get(u));
            } else {
                for (int m : members.get(u)) {
                    freeServer[m] = free;
                }
            }
        }
        if (bound.size() < members.size()) {
            members.clear();
            members.addAll(bound);
            workLimit = new double[0];
            fill(book, active);
        }
    }

    /** Whether a server limits something that a row demands, or the row the work there. */
    private boolean isLimited(int row, int server) {
        for (int d = 0; d < limit.length; d++) {
            if (limit[d][server] != Double.POSITIVE_INFINITY && demand(d, row, server) > 0) {
                return true;
            }
        }
        return workLimit(row, server) != Double.POSITIVE_INFINITY;
    }

    int rows() {
        return members.size();
    }

    int servers() {
        return servers;
    }

    /** All those of the problem, in rows or not. */
    int twins() {
        return freeServer.length;
    }

    /** Where a twin that must be placed always has room; −1 if it is in a row, or need not be placed. */
    int freeServer(int twin) {
        return freeServer[twin];
    }

    /** Twins of a row. */
    int[] members(int row) {
        return members.get(row);
    }

    List<PackingDimension> dimensions() {
        return dimensions;
    }

    double limit(int dimension, int server) {
        return limit[dimension][server];
    }

    double demand(int dimension, int row, int server) {
        int stride = dimensions.get(dimension).stride();
        return demand[dimension][stride == 1 ? row : row * stride + server];
    }

    double work(int row) {
        return work[row];
    }

    /** Whether any row limits the work on some server. */
    boolean hasWorkLimits() {
        return workLimit.length > 0;
    }

    /** The work on a server, its own included, that a row tolerates there. */
    double workLimit(int row, int server) {
        return workLimit.length == 0 ? Double.POSITIVE_INFINITY : workLimit[row * servers + server];
    }

    /** Whether a row may go to a server that it has for itself. */
    boolean allows(int row, int server) {
        return allowed[row * servers + server];
    }

    /** The least demand of a row on a server that it may go to; infinite if there is none. */
    double leastDemand(int dimension, int row) {
        return least[dimension][row];
    }

    /** Whether there is a server that a row may go to. */
    boolean fitsSomewhere(int row) {
        for (int s = 0; s < servers; s++) {
            if (allows(row, s)) {
                return true;
            }
        }
        return false;
    }

    /** How hard a row is to pack: its demands, each as a share of all limits that there are; 0 if it fits nowhere. O(D·R). */
    double size(int row) {
        double size = 0;
        for (int d = 0; d < limit.length; d++) {
            double total = Arrays.stream(limit[d])
                    .filter(each -> each != Double.POSITIVE_INFINITY)
                    .sum();
            boolean counts = total > 0 && least[d][row] != Double.POSITIVE_INFINITY;
            size += counts ? least[d][row] / total : 0;
        }
        return size;
    }
}
