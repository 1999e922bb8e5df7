package dev.twinplace.heuristic;

import dev.twinplace.cost.IncrementalCost;
import java.util.Arrays;

/** The twins of each server, as lists linked in both directions: a move is O(1), and the order depends on the moves. */
final class TwinsByServer {
    private final int[] first;
    private final int[] next;
    private final int[] previous;
    private final int[] serverOf;

    TwinsByServer(int twins, int servers) {
        first = new int[servers];
        next = new int[twins];
        previous = new int[twins];
        serverOf = new int[twins];
    }

    /** Starts over from a placement, in which every twin has a server; twins ascend in their lists. */
    void gather(IncrementalCost placement) {
        Arrays.fill(first, -1);
        for (int m = next.length - 1; m >= 0; m--) {
            link(m, placement.serverOf(m));
        }
    }

    /** The first twin of a server, or -1. */
    int first(int server) {
        return first[server];
    }

    /** The next twin on the same server, or -1. */
    int next(int twin) {
        return next[twin];
    }

    void move(int twin, int server) {
        if (previous[twin] >= 0) {
            next[previous[twin]] = next[twin];
        } else {
            first[serverOf[twin]] = next[twin];
        }
        if (next[twin] >= 0) {
            previous[next[twin]] = previous[twin];
        }
        link(twin, server);
    }

    private void link(int twin, int server) {
        serverOf[twin] = server;
        previous[twin] = -1;
        next[twin] = first[server];
        if (first[server] >= 0) {
            previous[first[server]] = twin;
        }
        first[server] = twin;
    }
}
