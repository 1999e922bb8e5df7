package dev.twinplace.exact.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What some of the rules ask for: rows, each a twin or twins that must be together, that must all go to servers with limits.
 * Rows that always have room, on a server without a limit, are left out, and so are twins that need not be placed.
 */
final class Packing {
    private final int servers;
    private final List<int[]> members = new ArrayList<>();
    private final double[] limit;
    private double[] demand = new double[0];
    private boolean[] allowed = new boolean[0];

    private Packing(int servers) {
        this.servers = servers;
        limit = new double[servers];
    }

    /** What the active rules of a book ask for. O(M·R) and the bars. */
    static Packing of(RuleBook book, BitSet active) {
        Packing packing = new Packing(book.servers());
        for (int s = 0; s < book.servers(); s++) {
            int rule = book.capacityRule(s);
            packing.limit[s] = rule != RuleBook.NONE && active.get(rule) ? book.capacity(s) : Double.POSITIVE_INFINITY;
        }
        List<int[]> mandatory = new ArrayList<>();
        for (List<Integer> row : rows(book, active)) {
            if (row.stream().anyMatch(m -> book.placed(m) != RuleBook.NONE && active.get(book.placed(m)))) {
                mandatory.add(row.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        packing.fill(book, active, mandatory);
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

    private void fill(RuleBook book, BitSet active, List<int[]> mandatory) {
        demand = new double[mandatory.size() * servers];
        allowed = new boolean[mandatory.size() * servers];
        for (int[] row : mandatory) {
            int first = members.size() * servers;
            boolean isFree = false;
            for (int s = 0; s < servers; s++) {
                boolean open = true;
                double sum = 0;
                for (int m : row) {
                    open &= !isBarred(book, active, m, s);
                    sum += book.demand(m, s);
                }
                demand[first + s] = sum;
                allowed[first + s] = open && sum <= limit[s];
                isFree |= open && limit[s] == Double.POSITIVE_INFINITY;
            }
            if (!isFree) {
                members.add(row);
            }
        }
        demand = Arrays.copyOf(demand, members.size() * servers);
        allowed = Arrays.copyOf(allowed, members.size() * servers);
    }

    private static boolean isBarred(RuleBook book, BitSet active, int twin, int server) {
        for (int rule : book.bars(twin, server)) {
            if (active.get(rule)) {
                return true;
            }
        }
        return false;
    }

    int rows() {
        return members.size();
    }

    int servers() {
        return servers;
    }

    /** Twins of a row. */
    int[] members(int row) {
        return members.get(row);
    }

    double limit(int server) {
        return limit[server];
    }

    double demand(int row, int server) {
        return demand[row * servers + server];
    }

    /** Whether a row may go to a server that it has for itself. */
    boolean allows(int row, int server) {
        return allowed[row * servers + server];
    }

    /** The least demand of a row on a server that it may go to; infinite if there is none. */
    double leastDemand(int row) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < servers; s++) {
            if (allows(row, s)) {
                least = Math.min(least, demand(row, s));
            }
        }
        return least;
    }
}
