package dev.twinplace.decision.replan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * In which order to move twins, one after the other, so that no move breaks a rule on the server that it leads to: a capacity,
 * a separate group, or a latency limit.
 *
 * <p>Finding such an order is hard in general. Moves to servers with room for all that is to come hinder nothing and are made
 * first. Of the rest, up to {@value OrderSearch#MAX_MOVES} are ordered by a search of all orders; more are made while
 * one fits, until few enough are left.
 *
 * @param moves the twins, in order
 * @param blockage why the last of them have no such order; empty if all have
 */
record MoveOrder(List<Integer> moves, Optional<Blockage> blockage) {
    MoveOrder {
        moves = List.copyOf(moves);
    }

    /**
     * Moves that wait for one another.
     *
     * @param first index among the moves of the first that is blocked; those before it can be made
     * @param cycle twins, each of which waits for the next to leave, and the last for the first
     * @param proven whether no order exists; otherwise none was found
     * @param detour what resolves it; empty if nothing was found
     */
    record Blockage(int first, List<Integer> cycle, boolean proven, Optional<Detour> detour) {}

    /** A twin that goes to another server first, before the first blocked move; its own move follows in its turn. */
    record Detour(int twin, int server) {}

    /**
     * Orders the moves of the twins that change their server.
     *
     * @param rules that no move may break
     * @param from server of each twin, {@link ServerLoads#NOWHERE} if it does not run
     * @param to where it shall be, within the rules; {@link ServerLoads#NOWHERE} if it shall not run
     * @param admits whether a twin may be on a server for a while
     */
    static MoveOrder of(MoveRules rules, int[] from, int[] to, BiPredicate<Integer, Integer> admits) {
        int[] moved =
                IntStream.range(0, from.length).filter(m -> from[m] != to[m]).toArray();
        MoveOrder order = new Ordering(new ServerLoads(rules, from), to, moved, admits).order();
        boolean hasDetour = order.blockage().flatMap(Blockage::detour).isPresent();
        if (order.blockage().isEmpty() || hasDetour || moved.length > OrderSearch.MAX_MOVES) {
            return order;
        }
        return new Ordering(new ServerLoads(rules, from), to, moved, admits) // the harmless moves may take its room
                .detour(true)
                .orElse(order);
    }

    /** The moves made so far and those that are left. */
    private static final class Ordering {
        private final ServerLoads loads;
        private final int[] to;
        private final BiPredicate<Integer, Integer> admits;
        private final List<Integer> made = new ArrayList<>();
        private final List<Integer> left;

        Ordering(ServerLoads loads, int[] to, int[] moved, BiPredicate<Integer, Integer> admits) {
            this.loads = loads;
            this.to = to;
            this.admits = admits;
            left = new ArrayList<>(Arrays.stream(moved).boxed().toList());
            left.forEach(m -> loads.announce(m, to[m]));
        }

        MoveOrder order() {
            makeHarmless();
            boolean proven = left.size() <= OrderSearch.MAX_MOVES;
            while (left.size() > OrderSearch.MAX_MOVES && makeOne()) {
                makeHarmless();
            }
            if (left.size() > OrderSearch.MAX_MOVES) {
                return blocked(false, Optional.empty());
            }
            Optional<List<Integer>> rest = new OrderSearch(loads, to, left).order();
            if (rest.isPresent()) {
                made.addAll(rest.get());
                return new MoveOrder(made, Optional.empty());
            }
            return detour(proven).orElseGet(() -> blocked(proven, Optional.empty()));
        }

        /** Makes moves to servers with room for all that are to come. */
        private void makeHarmless() {
            boolean changed = true;
            while (changed) {
                changed = left.removeIf(m -> loads.fitsWithAll(m, to[m]) && make(m));
            }
        }

        private boolean makeOne() {
            for (int m : left) {
                if (loads.fits(m, to[m])) {
                    left.remove(Integer.valueOf(m));
                    return make(m);
                }
            }
            return false;
        }

        private boolean make(int twin) {
            loads.move(twin, to[twin]);
            loads.announce(twin, ServerLoads.NOWHERE);
            return made.add(twin);
        }

        /** The smallest twin that, put on another server first, makes an order possible. */
        private Optional<MoveOrder> detour(boolean proven) {
            List<Integer> bySize = new ArrayList<>(left);
            bySize.sort(Comparator.comparingDouble(loads::size));
            for (int m : bySize) {
                int home = loads.serverOf(m);
                for (int s = 0; s < loads.servers() && home != ServerLoads.NOWHERE; s++) {
                    if (s == home || s == to[m] || !admits.test(m, s) || !loads.fits(m, s)) {
                        continue;
                    }
                    loads.move(m, s);
                    Optional<List<Integer>> rest = new OrderSearch(loads, to, left).order();
                    loads.move(m, home);
                    if (rest.isPresent()) {
                        int first = made.size();
                        MoveOrder named = blocked(proven, Optional.of(new Detour(m, s)));
                        List<Integer> all = new ArrayList<>(named.moves.subList(0, first));
                        all.addAll(rest.get());
                        Blockage old = named.blockage.orElseThrow();
                        return Optional.of(
                                new MoveOrder(all, Optional.of(new Blockage(first, old.cycle, proven, old.detour))));
                    }
                }
            }
            return Optional.empty();
        }

        /** Makes what can be made, and names a cycle of what cannot. */
        private MoveOrder blocked(boolean proven, Optional<Detour> detour) {
            while (makeOne()) {
                makeHarmless();
            }
            List<Integer> cycle = new ArrayList<>();
            int next = left.get(0);
            while (next >= 0 && !cycle.contains(next)) {
                cycle.add(next);
                int wanted = to[next];
                next = left.stream()
                        .filter(m -> loads.serverOf(m) == wanted)
                        .findFirst()
                        .orElse(-1);
            }
            List<Integer> closed = next < 0 ? cycle : cycle.subList(cycle.indexOf(next), cycle.size());
            int first = made.size();
            made.addAll(left);
            return new MoveOrder(made, Optional.of(new Blockage(first, List.copyOf(closed), proven, detour)));
        }
    }
}
