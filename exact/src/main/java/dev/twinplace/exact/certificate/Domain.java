package dev.twinplace.exact.certificate;

import java.util.Arrays;

/** The servers left to each twin at one node. A twin with a single one is decided: it is there. */
final class Domain {
    private static final int NONE = -1;

    private final int servers;
    private final boolean[] allowed;
    private final int[] count;

    /** Every server that a twin fits on. O(M·R). */
    Domain(ExactProblem problem) {
        servers = problem.servers;
        allowed = new boolean[problem.twins * servers];
        count = new int[problem.twins];
        for (int m = 0; m < count.length; m++) {
            for (int s = 0; s < servers; s++) {
                if (problem.capacities.fits(m, s)) {
                    allowed[m * servers + s] = true;
                    count[m]++;
                }
            }
        }
    }

    private Domain(Domain other) {
        servers = other.servers;
        allowed = other.allowed.clone();
        count = other.count.clone();
    }

    Domain copy() {
        return new Domain(this);
    }

    boolean allows(int twin, int server) {
        return allowed[twin * servers + server];
    }

    /** How many servers are left to a twin. */
    int count(int twin) {
        return count[twin];
    }

    boolean isDecided(int twin) {
        return count[twin] == 1;
    }

    boolean isDecidedOn(int twin, int server) {
        return count[twin] == 1 && allows(twin, server);
    }

    /** Takes a server away from a twin, if it is left to it. */
    void exclude(int twin, int server) {
        if (allows(twin, server)) {
            allowed[twin * servers + server] = false;
            count[twin]--;
        }
    }

    /** Takes away pairs of a twin and a server, one after the other. */
    void exclude(Pairs pairs) {
        for (int i = 0; i < pairs.count(); i++) {
            exclude(pairs.twin(i), pairs.server(i));
        }
    }

    /** Leaves a twin one server at most. */
    void decide(int twin, int server) {
        for (int s = 0; s < servers; s++) {
            if (s != server) {
                exclude(twin, s);
            }
        }
    }

    /** The first server left to a twin, or R. */
    int first(int twin) {
        int s = 0;
        while (s < servers && !allows(twin, s)) {
            s++;
        }
        return s;
    }

    /** The last server left to a twin, or -1. */
    int last(int twin) {
        int s = servers - 1;
        while (s >= 0 && !allows(twin, s)) {
            s--;
        }
        return s;
    }

    /** A twin without servers, or -1. */
    int twinWithoutServer() {
        for (int m = 0; m < count.length; m++) {
            if (count[m] == 0) {
                return m;
            }
        }
        return NONE;
    }

    /** A twin with several servers, or -1. */
    int undecidedTwin() {
        for (int m = 0; m < count.length; m++) {
            if (count[m] > 1) {
                return m;
            }
        }
        return NONE;
    }

    /** The server of each twin where every twin has one. */
    int[] placement() {
        int[] serverOf = new int[count.length];
        Arrays.setAll(serverOf, this::first);
        return serverOf;
    }
}
