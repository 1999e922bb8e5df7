package dev.twinplace.decision.replan;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds an order of few moves, if there is one, by depth-first search over the sets of moves made: at most 2^k states. */
final class OrderSearch {
    /** So many moves take at most 4,096 states. */
    static final int MAX_MOVES = 12;

    private final ServerLoads loads;
    private final int[] to;
    private final List<Integer> moves;
    private final BitSet tried = new BitSet();
    private final Deque<Integer> path = new ArrayDeque<>();

    /**
     * Searches from where the twins are.
     *
     * @param loads where the twins are, unchanged in the end
     * @param to where each twin shall be
     * @param moves the twins to move, at most {@link #MAX_MOVES}
     */
    OrderSearch(ServerLoads loads, int[] to, List<Integer> moves) {
        this.loads = loads;
        this.to = to;
        this.moves = moves;
    }

    /** The twins in an order that breaks no rule; empty if there is none. O(2^k·k). */
    Optional<List<Integer>> order() {
        return search(0) ? Optional.of(List.copyOf(path)) : Optional.empty();
    }

    private boolean search(int made) {
        if (made == (1 << moves.size()) - 1) {
            return true;
        }
        if (tried.get(made)) {
            return false;
        }
        tried.set(made);
        boolean found = false;
        for (int i = 0; i < moves.size() && !found; i++) {
            int m = moves.get(i);
            if ((made & 1 << i) == 0 && loads.fits(m, to[m])) {
                int home = loads.serverOf(m);
                loads.move(m, to[m]);
                path.addLast(m);
                found = search(made | 1 << i);
                loads.move(m, home);
                if (!found) {
                    path.removeLast();
                }
            }
        }
        return found;
    }
}
