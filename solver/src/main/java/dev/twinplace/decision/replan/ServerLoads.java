package dev.twinplace.decision.replan;

import dev.twinplace.model.Outcome;

/** Which server each twin is on while they move one after the other, and what still fits. */
final class ServerLoads {
    /** Stands for no server. */
    static final int NOWHERE = Outcome.UNPLACED;

    /**
     * Running sums are trusted beyond this share of a limit or of the largest load so far, which rounding is relative to;
     * nearer to the limit the load is summed anew, as the checker does.
     */
    private static final double DOUBT = 1e-9;

    private final double[] demand;
    private final double[] limit;
    private final int[] serverOf;
    private final double[] load;
    private final double[] largestLoad;

    /**
     * Keeps {@code demand} and {@code limit}.
     *
     * @param demand of each twin, not negative
     * @param limit the largest load of each server; may be infinite
     * @param serverOf of each twin, or {@link #NOWHERE}; copied
     */
    ServerLoads(double[] demand, double[] limit, int[] serverOf) {
        this.demand = demand;
        this.limit = limit;
        this.serverOf = serverOf.clone();
        load = new double[limit.length];
        largestLoad = new double[limit.length];
        for (int m = 0; m < serverOf.length; m++) {
            add(serverOf[m], demand[m]);
        }
    }

    int serverOf(int twin) {
        return serverOf[twin];
    }

    double demand(int twin) {
        return demand[twin];
    }

    int servers() {
        return limit.length;
    }

    void move(int twin, int server) {
        add(serverOf[twin], -demand[twin]);
        add(server, demand[twin]);
        serverOf[twin] = server;
    }

    private void add(int server, double amount) {
        if (server != NOWHERE) {
            load[server] += amount;
            largestLoad[server] = Math.max(largestLoad[server], load[server]);
        }
    }

    /** Whether a twin that is elsewhere has room on a server; no twin has on one that is overfull. O(1), O(M) where it is close. */
    boolean fits(int twin, int server) {
        return fits(twin, server, demand[twin]);
    }

    /** Whether a server has room for a twin that is elsewhere and others that follow it, of so much demand together. */
    boolean fits(int twin, int server, double together) {
        if (server == NOWHERE || limit[server] == Double.POSITIVE_INFINITY) {
            return true;
        }
        double distance = limit[server] - (load[server] + together);
        if (Math.abs(distance) > DOUBT * Math.max(limit[server], largestLoad[server])) {
            return distance > 0;
        }
        double sum = 0;
        for (int m = 0; m < serverOf.length; m++) {
            sum += serverOf[m] == server || m == twin ? demand[m] : 0;
        }
        return sum + (together - demand[twin]) <= limit[server];
    }
}
