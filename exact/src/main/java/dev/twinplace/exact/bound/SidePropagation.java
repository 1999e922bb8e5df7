package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;

/** Takes from domains the servers on which rows or work limits leave a twin no room beside the twins decided there. */
public final class SidePropagation {
    private static final int NONE = -1;

    private final boolean isNeeded;
    private final int servers;
    private final SideRoom room;
    private final int[] decidedOn;

    public SidePropagation(PlacementProblem problem) {
        isNeeded = !problem.side().isNone();
        servers = problem.servers();
        room = isNeeded ? new SideRoom(problem) : null;
        decidedOn = new int[isNeeded ? problem.twins() : 0];
    }

    /**
     * Goes on until nothing more follows, or a twin has no server left. Each pair goes for what is decided before, in the order of
     * {@link Domains#takenSince}. O(M·R) a round and what rows the twins have; at once without side constraints.
     */
    public void propagate(Domains domains) {
        boolean changed = isNeeded;
        while (changed && !domains.isContradiction()) {
            int mark = domains.mark();
            gather(domains);
            for (int m = 0; m < decidedOn.length && !domains.isContradiction(); m++) {
                if (room.concerns(m)) {
                    propagate(m, domains);
                }
            }
            changed = domains.mark() > mark;
        }
    }

    private void gather(Domains domains) {
        room.clear();
        Arrays.fill(decidedOn, NONE);
        for (int m = 0; m < decidedOn.length; m++) {
            if (domains.isDecided(m)) {
                decidedOn[m] = domains.onlyServer(m);
                room.put(m, decidedOn[m]);
            }
        }
    }

    private void propagate(int twin, Domains domains) {
        for (int s = 0; s < servers; s++) {
            if (domains.allows(twin, s) && !(decidedOn[twin] == s ? room.holds(twin, s) : room.fits(twin, s))) {
                domains.forbid(twin, s);
            }
        }
    }
}
