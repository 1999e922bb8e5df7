package dev.twinplace.exact.columngeneration;

import dev.twinplace.exact.bound.AssignmentRelaxation;
import dev.twinplace.exact.bound.Domains;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/** A server with twins that it can hold together, and what that costs, contention included. Never changes. */
final class ServerColumn {
    private final int server;
    private final int[] twins;
    private final double cost;

    private ServerColumn(int server, int[] twins, double cost) {
        this.server = server;
        this.twins = twins;
        this.cost = cost;
    }

    /**
     * Measures a set of twins. O(|X|).
     *
     * @param relaxation whose costs count
     * @param twins ascending, within the capacity; taken over
     */
    static ServerColumn of(PlacementProblem problem, AssignmentRelaxation relaxation, int server, int[] twins) {
        double cost = 0;
        double weight = 0;
        double work = 0;
        for (int m : twins) {
            cost += relaxation.cost(m, server);
            weight += problem.weight(m);
            work += problem.work(m);
        }
        return new ServerColumn(server, twins, cost + problem.contention(server) * weight * work);
    }

    int server() {
        return server;
    }

    /** Ascending; not to be written. */
    int[] twins() {
        return twins;
    }

    double cost() {
        return cost;
    }

    /**
     * Whether domains allow it: all of its twins, and none of those decided for its server is missing.
     *
     * @param decided how many are decided for its server
     */
    boolean isAllowed(Domains domains, int decided) {
        int found = 0;
        for (int m : twins) {
            if (!domains.allows(m, server)) {
                return false;
            }
            found += domains.isDecided(m) ? 1 : 0;
        }
        return found == decided;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServerColumn column && server == column.server && Arrays.equals(twins, column.twins);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(twins) + server;
    }
}
