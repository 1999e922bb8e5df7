package dev.twinplace.decision.replan;

import dev.twinplace.decision.replan.MoveRules.Resource;
import dev.twinplace.model.Outcome;
import java.util.Arrays;

/**
 * Which server each twin is on while they move one after the other, and what still fits. Moves that are announced are to come:
 * what their twins take where they go is known beside what is there.
 */
final class ServerLoads {
    /** Stands for no server. */
    static final int NOWHERE = Outcome.UNPLACED;

    /**
     * Running sums are trusted beyond this share of a limit or of the largest sum so far, which rounding is relative to;
     * nearer to the limit the sum is made anew, as the checker does.
     */
    private static final double DOUBT = 1e-9;

    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final MoveRules rules;
    private final int[] serverOf;
    private final int[] announced;
    private final Sums there;
    private final Sums arriving;

    /** By resource and server. */
    private final double[][] largestLoad;

    /** What some twins take of each server. */
    private static final class Sums {
        private final MoveRules rules;
        private final double[][] load;
        private final int[][] members;

        Sums(MoveRules rules) {
            this.rules = rules;
            load = new double[rules.resources().size()][rules.servers()];
            members = new int[rules.groups()][rules.servers()];
        }

        void add(int twin, int server, int sign) {
            if (server == NOWHERE) {
                return;
            }
            for (int k = 0; k < load.length; k++) {
                load[k][server] += sign * rules.resources().get(k).demand(twin);
            }
            for (int g : rules.groupsOf(twin)) {
                members[g][server] += sign;
            }
        }
    }

    /**
     * Where twins are.
     *
     * @param serverOf of each twin, or {@link #NOWHERE}; copied
     */
    ServerLoads(MoveRules rules, int[] serverOf) {
        this.rules = rules;
        this.serverOf = serverOf.clone();
        announced = new int[serverOf.length];
        Arrays.fill(announced, NOWHERE);
        there = new Sums(rules);
        arriving = new Sums(rules);
        largestLoad = new double[there.load.length][rules.servers()];
        for (int m = 0; m < serverOf.length; m++) {
            add(m, serverOf[m], 1);
        }
    }

    int serverOf(int twin) {
        return serverOf[twin];
    }

    int servers() {
        return rules.servers();
    }

    /** What a twin demands, as shares of what all demand. O(M) for each resource. */
    double size(int twin) {
        double size = 0;
        for (Resource resource : rules.resources()) {
            double demand = resource.demand(twin);
            size += demand == 0 ? 0 : demand / resource.totalDemand();
        }
        return size;
    }

    void move(int twin, int server) {
        add(twin, serverOf[twin], -1);
        add(twin, server, 1);
        serverOf[twin] = server;
    }

    private void add(int twin, int server, int sign) {
        there.add(twin, server, sign);
        for (int k = 0; k < largestLoad.length && server != NOWHERE; k++) {
            largestLoad[k][server] = Math.max(largestLoad[k][server], there.load[k][server]);
        }
    }

    /** Says that a twin is to come to a server; {@link #NOWHERE} takes that back. */
    void announce(int twin, int server) {
        arriving.add(twin, announced[twin], -1);
        arriving.add(twin, server, 1);
        announced[twin] = server;
    }

    /**
     * Whether a twin that is elsewhere can come to a server; none can to one that is overfull. O(1) for each resource and
     * group, O(M) where it is close, and O(M) if latencies are limited.
     */
    boolean fits(int twin, int server) {
        return fits(twin, server, false);
    }

    /** Whether all that are announced for a server, this one among them, can come there. */
    boolean fitsWithAll(int twin, int server) {
        return fits(twin, server, true);
    }

    private boolean fits(int twin, int server, boolean withAll) {
        if (server == NOWHERE) {
            return true;
        }
        for (int k = 0; k < largestLoad.length; k++) {
            double demand = rules.resources().get(k).demand(twin);
            if (!hasRoom(k, twin, server, withAll ? arriving.load[k][server] : demand)) {
                return false;
            }
        }
        for (int g : rules.groupsOf(twin)) {
            if (there.members[g][server] + (withAll ? arriving.members[g][server] : 1) > 1) {
                return false;
            }
        }
        return !rules.limitsWork() || keepsLatencies(twin, server, withAll);
    }

    /** Whether there is so much of a resource, the twin's demand among it. */
    private boolean hasRoom(int k, int twin, int server, double together) {
        Resource resource = rules.resources().get(k);
        double limit = resource.limit(server);
        if (limit == Double.POSITIVE_INFINITY) {
            return true;
        }
        double distance = limit - (there.load[k][server] + together);
        if (Math.abs(distance) > DOUBT * Math.max(limit, largestLoad[k][server])) {
            return distance > 0;
        }
        double sum = 0;
        for (int m = 0; m < serverOf.length; m++) {
            sum += serverOf[m] == server || m == twin ? resource.demand(m) : 0;
        }
        return sum + (together - resource.demand(twin)) <= limit;
    }

    private boolean keepsLatencies(int twin, int server, boolean withAll) {
        double work = 0;
        double limit = Double.POSITIVE_INFINITY;
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] == server || m == twin || (withAll && announced[m] == server)) {
                work += rules.work(m);
                limit = Math.min(limit, rules.workLimit(m, server));
            }
        }
        return work <= limit * (1 + serverOf.length * UNIT_ROUNDOFF);
    }
}
