package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Twins that are equal in every number: costs, demands and limits of work on all servers, weight, work, and demands in rows. Sorting the servers of such twins
 * changes no cost and no load, so placements in which a later one has a lower server than an earlier one need no look.
 */
final class AlikeTwins {
    private static final int NONE = -1;

    private final PlacementProblem problem;
    private final int[] previous;
    private final int[] next;

    /** O(M·log M) comparisons of rows. */
    AlikeTwins(PlacementProblem problem) {
        this.problem = problem;
        previous = new int[problem.twins()];
        next = new int[problem.twins()];
        Arrays.fill(previous, NONE);
        Arrays.fill(next, NONE);
        Comparator<Integer> byRow = this::compareRows;
        int[] sorted = IntStream.range(0, problem.twins())
                .boxed()
                .sorted(byRow.thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 1; i < sorted.length; i++) {
            if (compareRows(sorted[i - 1], sorted[i]) == 0) {
                previous[sorted[i]] = sorted[i - 1];
                next[sorted[i - 1]] = sorted[i];
            }
        }
    }

    private int compareRows(int m, int n) {
        int order = compare(problem.weight(m), problem.weight(n));
        order = order != 0 ? order : compare(problem.work(m), problem.work(n));
        for (int s = 0; s < problem.servers() && order == 0; s++) {
            order = compare(problem.cost(m, s), problem.cost(n, s));
            order = order != 0 ? order : compare(problem.demand(m, s), problem.demand(n, s));
            order = order != 0
                    ? order
                    : compare(problem.side().workLimit(m, s), problem.side().workLimit(n, s));
        }
        for (int r = 0; r < problem.side().rows() && order == 0; r++) {
            order = compare(demand(m, r), demand(n, r));
        }
        return order;
    }

    /** What a twin demands of a row; 0 if it is no member. */
    private double demand(int twin, int row) {
        for (int i = 0; i < problem.side().members(row); i++) {
            if (problem.side().member(row, i) == twin) {
                return problem.side().memberDemand(row, i);
            }
        }
        return 0;
    }

    /** As numbers: 0.0 equals -0.0. */
    private static int compare(double a, double b) {
        return Double.compare(a + 0.0, b + 0.0);
    }

    /** Takes pairs away one after the other, each of which must follow from what is left to the neighbour in its class. */
    void exclude(Domain domain, Pairs pairs) {
        for (int i = 0; i < pairs.count(); i++) {
            int twin = pairs.twin(i);
            int server = pairs.server(i);
            boolean tooLow = previous[twin] != NONE && domain.first(previous[twin]) > server;
            boolean tooHigh = next[twin] != NONE && domain.last(next[twin]) < server;
            RefutedException.require(
                    tooLow || tooHigh,
                    "server " + server + " does not follow to be out of order for twin " + twin
                            + ": no twin exactly like it demands it");
            domain.exclude(twin, server);
        }
    }
}
