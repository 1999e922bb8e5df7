package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/**
 * The servers that each twin may still go to, in one part of a search tree. A twin with a single one is decided.
 *
 * <p>Servers are only ever taken away, and given back in reverse order: {@link #mark} and {@link #undoTo} cost as much as
 * what was taken away since. Everything else is O(1). Allocates nothing after construction; belongs to one thread.
 */
public final class Domains {
    private final int servers;
    private final boolean[] forbidden;
    private final int[] left;
    /** Of the indices of the servers left: once one is left, its index. */
    private final int[] indexSum;

    private final int[] trail;
    private int trailSize;
    private int emptied;
    private int undecided;

    /** All twins may go everywhere, except where they do not fit alone. */
    public Domains(PlacementProblem problem) {
        servers = problem.servers();
        forbidden = new boolean[problem.twins() * servers];
        left = new int[problem.twins()];
        indexSum = new int[problem.twins()];
        trail = new int[forbidden.length];
        Arrays.fill(left, servers);
        undecided = servers == 1 ? 0 : left.length;
        Arrays.fill(indexSum, servers * (servers - 1) / 2);
        for (int m = 0; m < left.length; m++) {
            for (int s = 0; s < servers; s++) {
                if (!problem.fits(m, s)) {
                    forbid(m, s);
                }
            }
        }
    }

    public boolean allows(int twin, int server) {
        return !forbidden[twin * servers + server];
    }

    public boolean isDecided(int twin) {
        return left[twin] == 1;
    }

    /** Of a decided twin. */
    public int onlyServer(int twin) {
        assert isDecided(twin);
        return indexSum[twin];
    }

    /** How many servers a twin may still go to. */
    public int serversLeft(int twin) {
        return left[twin];
    }

    /** Whether all twins are decided, so that one placement is left. */
    public boolean isComplete() {
        return undecided == 0 && emptied == 0;
    }

    /** Whether some twin has no server left, so that no placement is. */
    public boolean isContradiction() {
        return emptied > 0;
    }

    /** Takes a server away from a twin, if it has it. */
    public void forbid(int twin, int server) {
        int cell = twin * servers + server;
        if (!forbidden[cell]) {
            forbidden[cell] = true;
            indexSum[twin] -= server;
            left[twin]--;
            if (left[twin] == 1) {
                undecided--;
            } else if (left[twin] == 0) {
                emptied++;
            }
            trail[trailSize++] = cell;
        }
    }

    /** Takes all other servers away from a twin. */
    public void assign(int twin, int server) {
        for (int s = 0; s < servers; s++) {
            if (s != server) {
                forbid(twin, s);
            }
        }
    }

    /** The present state, for {@link #undoTo}. */
    public int mark() {
        return trailSize;
    }

    /** What was taken away since a mark: twin · R + server, in order; a new array. */
    public int[] takenSince(int mark) {
        return Arrays.copyOfRange(trail, mark, trailSize);
    }

    /** What was taken away between two marks, as {@link #takenSince}. */
    public int[] takenBetween(int mark, int later) {
        return Arrays.copyOfRange(trail, mark, later);
    }

    /** All that is taken away: bit twin · R + server of a new array. */
    public long[] toBits() {
        long[] bits = new long[(forbidden.length + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < trailSize; i++) {
            bits[trail[i] / Long.SIZE] |= 1L << trail[i];
        }
        return bits;
    }

    /** Takes away what the bits of {@link #toBits} say. */
    public void forbidAll(long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            for (long word = bits[i]; word != 0; word &= word - 1) {
                int cell = i * Long.SIZE + Long.numberOfTrailingZeros(word);
                forbid(cell / servers, cell % servers);
            }
        }
    }

    /** Gives back everything taken away since a mark. */
    public void undoTo(int mark) {
        while (trailSize > mark) {
            int cell = trail[--trailSize];
            int twin = cell / servers;
            forbidden[cell] = false;
            indexSum[twin] += cell % servers;
            if (left[twin] == 1) {
                undecided++;
            } else if (left[twin] == 0) {
                emptied--;
            }
            left[twin]++;
        }
    }
}
