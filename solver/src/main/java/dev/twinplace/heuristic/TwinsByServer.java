package dev.twinplace.heuristic;

import dev.twinplace.cost.IncrementalCost;
import java.util.Arrays;

/**
 * The twins of each server, one stretch of an array after the other. A move is O(R): each server in between gives its last
 * twin's place to its neighbour, so the order within a stretch depends on the moves.
 */
final class TwinsByServer {
    private final int[] twins;
    private final int[] positionOf;
    private final int[] serverOf;
    private final int[] start;

    TwinsByServer(int twins, int servers) {
        this.twins = new int[twins];
        positionOf = new int[twins];
        serverOf = new int[twins];
        start = new int[servers + 1];
    }

    /** Starts over from a placement, in which every twin has a server. O(M + R). */
    void gather(IncrementalCost placement) {
        Arrays.fill(start, 0);
        for (int m = 0; m < twins.length; m++) {
            serverOf[m] = placement.serverOf(m);
            start[serverOf[m] + 1]++;
        }
        for (int s = 1; s < start.length; s++) {
            start[s] += start[s - 1];
        }
        for (int m = twins.length - 1; m >= 0; m--) {
            put(m, --start[serverOf[m] + 1]);
        }
        // Each start has moved to the server before: back by one.
        System.arraycopy(start, 1, start, 0, start.length - 1);
        start[start.length - 1] = twins.length;
    }

    /** Position of a server's first twin. */
    int start(int server) {
        return start[server];
    }

    /** Position after a server's last twin. */
    int end(int server) {
        return start[server + 1];
    }

    int twin(int position) {
        return twins[position];
    }

    void move(int twin, int server) {
        int hole = positionOf[twin];
        for (int s = serverOf[twin]; s < server; s++) {
            int last = --start[s + 1];
            hole = fill(hole, last);
        }
        for (int s = serverOf[twin]; s > server; s--) {
            int first = start[s]++;
            hole = fill(hole, first);
        }
        put(twin, hole);
        serverOf[twin] = server;
    }

    /** Puts the twin at a position into the hole, and returns the new hole. An empty stretch has but the hole itself. */
    private int fill(int hole, int position) {
        if (position != hole) {
            put(twins[position], hole);
        }
        return position;
    }

    private void put(int twin, int position) {
        twins[position] = twin;
        positionOf[twin] = position;
    }
}
