package dev.twinplace.decision.replan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.decision.replan.MoveOrder.Blockage;
import dev.twinplace.decision.replan.MoveRules.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MoveOrderTest {
    /** Twins of whole demands on full servers, and where they shall go. */
    private static final class Case {
        private final MoveRules rules;
        private final int[] from;
        private final int[] to;

        private Case(MoveRules rules, int[] from, int[] to) {
            this.rules = rules;
            this.from = from;
            this.to = to;
        }

        /** Any two placements within limits that hardly exceed the larger of their loads. */
        static Case draw(long seed, int maxTwins) {
            SplittableRandom random = new SplittableRandom(seed);
            int twins = 1 + random.nextInt(maxTwins);
            int servers = 2 + random.nextInt(3);
            int[] from = placement(twins, servers, random);
            int[] to = placement(twins, servers, random);
            boolean isPlain = seed % 2 == 0;
            List<Resource> resources = new ArrayList<>();
            for (int k = 0; k < (isPlain ? 1 : 1 + random.nextInt(2)); k++) {
                resources.add(resource(from, to, servers, random));
            }
            int groups = isPlain ? 0 : random.nextInt(3);
            double[] work = amounts(twins, 0, random);
            double[] workLimit =
                    isPlain || random.nextBoolean() ? new double[0] : workLimits(work, from, to, servers, random);
            MoveRules rules =
                    new MoveRules(servers, resources, groupsOf(to, servers, groups, random), groups, work, workLimit);
            return new Case(rules, from, to);
        }

        private static int[] placement(int twins, int servers, SplittableRandom random) {
            return IntStream.range(0, twins)
                    .map(m -> random.nextInt(8) == 0 ? ServerLoads.NOWHERE : random.nextInt(servers))
                    .toArray();
        }

        private static double[] amounts(int twins, int least, SplittableRandom random) {
            return IntStream.range(0, twins)
                    .mapToDouble(m -> random.nextInt(least, 5))
                    .toArray();
        }

        private static Resource resource(int[] from, int[] to, int servers, SplittableRandom random) {
            double[] demand = amounts(from.length, 1, random);
            double[] limit = new double[servers];
            Arrays.setAll(
                    limit,
                    s -> Math.max(load(demand, from, s), load(demand, to, s)) + random.nextInt(2) * random.nextInt(2));
            return new Resource(demand, limit);
        }

        /** Groups that are separate in the end. */
        private static int[][] groupsOf(int[] to, int servers, int groups, SplittableRandom random) {
            int[][] groupsOf = new int[to.length][0];
            for (int g = 0; g < groups; g++) {
                boolean[] isTaken = new boolean[servers];
                for (int m = 0; m < to.length; m++) {
                    boolean isFree = to[m] == ServerLoads.NOWHERE || !isTaken[to[m]];
                    if (isFree && random.nextBoolean()) {
                        groupsOf[m] = IntStream.concat(IntStream.of(groupsOf[m]), IntStream.of(g))
                                .toArray();
                        isTaken[Math.max(0, to[m])] |= to[m] != ServerLoads.NOWHERE;
                    }
                }
            }
            return groupsOf;
        }

        private static double[] workLimits(double[] work, int[] from, int[] to, int servers, SplittableRandom random) {
            double[] limit = new double[work.length * servers];
            Arrays.setAll(limit, cell -> {
                int m = cell / servers;
                int s = cell % servers;
                double before = from[m] == s ? load(work, from, s) : 0;
                double after = to[m] == s ? load(work, to, s) : 0;
                return random.nextBoolean() ? Double.POSITIVE_INFINITY : Math.max(before, after) + random.nextInt(2);
            });
            return limit;
        }

        MoveOrder order() {
            return MoveOrder.of(rules, from, to, (m, s) -> true);
        }

        int[] moved() {
            return IntStream.range(0, from.length).filter(m -> from[m] != to[m]).toArray();
        }

        /** Whether a twin may have come where it is in a state. */
        boolean allows(int[] serverOf, int twin) {
            int server = serverOf[twin];
            if (server == ServerLoads.NOWHERE) {
                return true;
            }
            int[] there = IntStream.range(0, serverOf.length)
                    .filter(m -> serverOf[m] == server)
                    .toArray();
            boolean isWithin = rules.resources().stream()
                    .allMatch(resource ->
                            IntStream.of(there).mapToDouble(resource::demand).sum() <= resource.limit(server));
            boolean isApart = IntStream.of(there)
                    .allMatch(m -> m == twin
                            || IntStream.of(rules.groupsOf(m))
                                    .noneMatch(g ->
                                            IntStream.of(rules.groupsOf(twin)).anyMatch(other -> other == g)));
            double work = IntStream.of(there).mapToDouble(rules::work).sum();
            return isWithin && isApart && IntStream.of(there).allMatch(m -> work <= rules.workLimit(m, server));
        }

        /** Replays moves from a state; the index of the first that breaks a rule, or their number. */
        int replay(int[] state, List<Integer> moves) {
            for (int i = 0; i < moves.size(); i++) {
                int m = moves.get(i);
                state[m] = to[m];
                if (!allows(state, m)) {
                    return i;
                }
            }
            return moves.size();
        }

        /** Tries all orders from a state. */
        boolean hasOrder(int[] state) {
            boolean complete = true;
            for (int m : moved()) {
                if (state[m] == to[m]) {
                    continue;
                }
                complete = false;
                int[] next = state.clone();
                next[m] = to[m];
                if (allows(next, m) && hasOrder(next)) {
                    return true;
                }
            }
            return complete;
        }
    }

    private static double load(double[] demand, int[] serverOf, int server) {
        return IntStream.range(0, demand.length)
                .filter(m -> serverOf[m] == server)
                .mapToDouble(m -> demand[m])
                .sum();
    }

    /** An order is found exactly where one exists, and no move in it breaks a rule. */
    @Test
    void agreesWithTryingAllOrders() {
        int ordered = 0;
        int blocked = 0;
        for (int seed = 0; seed < 3000; seed++) {
            Case drawn = Case.draw(seed, 6);
            MoveOrder order = drawn.order();
            assertEquals(
                    new HashSet<>(Arrays.stream(drawn.moved()).boxed().toList()),
                    new HashSet<>(order.moves()),
                    "seed " + seed);
            assertEquals(drawn.moved().length, order.moves().size(), "seed " + seed);
            assertEquals(drawn.hasOrder(drawn.from), order.blockage().isEmpty(), "seed " + seed);
            if (order.blockage().isEmpty()) {
                assertEquals(order.moves().size(), drawn.replay(drawn.from.clone(), order.moves()), "seed " + seed);
                ordered++;
            } else {
                assertBlocked(drawn, order, "seed " + seed);
                blocked++;
            }
        }
        assertTrue(ordered > 500 && blocked > 100, ordered + " ordered, " + blocked + " blocked");
    }

    /** Up to the blocked move all is well; a detour makes the rest possible, and is named wherever one does. */
    private static void assertBlocked(Case drawn, MoveOrder order, String seed) {
        Blockage blocked = order.blockage().orElseThrow();
        assertTrue(blocked.proven(), seed);
        int[] state = drawn.from.clone();
        assertEquals(blocked.first(), drawn.replay(state, order.moves().subList(0, blocked.first())), seed);
        List<Integer> rest =
                order.moves().subList(blocked.first(), order.moves().size());
        if (blocked.detour().isPresent()) {
            int twin = blocked.detour().get().twin();
            state[twin] = blocked.detour().get().server();
            assertTrue(drawn.allows(state, twin), seed);
            assertEquals(rest.size(), drawn.replay(state, rest), seed);
        } else {
            assertFalse(hasDetour(drawn), seed);
        }
        for (int i = 0; i < blocked.cycle().size() && blocked.cycle().size() > 1; i++) {
            int next = blocked.cycle().get((i + 1) % blocked.cycle().size());
            assertEquals(drawn.to[blocked.cycle().get(i)], drawn.from[next], seed);
        }
    }

    /** Whether an order exists after one twin went elsewhere from the very beginning. */
    private static boolean hasDetour(Case drawn) {
        for (int m : drawn.moved()) {
            for (int s = 0; s < drawn.rules.servers() && drawn.from[m] != ServerLoads.NOWHERE; s++) {
                int[] state = drawn.from.clone();
                state[m] = s;
                if (s != drawn.to[m] && s != drawn.from[m] && drawn.allows(state, m) && drawn.hasOrder(state)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void twoFullServersChangePlacesThroughAThird() {
        double[] demand = {3, 2};
        MoveOrder stuck = MoveOrder.of(
                MoveRules.of(demand, new double[] {3, 3, 2}), new int[] {0, 1}, new int[] {1, 0}, (m, s) -> false);
        assertEquals(Optional.empty(), stuck.blockage().orElseThrow().detour());
        assertEquals(List.of(0, 1), stuck.blockage().orElseThrow().cycle());
        MoveOrder free = MoveOrder.of(
                MoveRules.of(demand, new double[] {3, 3, 2}), new int[] {0, 1}, new int[] {1, 0}, (m, s) -> true);
        assertEquals(
                Optional.of(new MoveOrder.Detour(1, 2)),
                free.blockage().orElseThrow().detour());
        assertEquals(List.of(0, 1), free.moves());
    }

    /** Each twin needs the room of the next: 200 moves have one order, which no search of all orders would find. */
    @Test
    void aLongChainIsOrderedFromItsEnd() {
        int twins = 200;
        double[] demand = IntStream.range(0, twins).mapToDouble(m -> 1).toArray();
        double[] limit = IntStream.range(0, twins + 1).mapToDouble(s -> 1).toArray();
        int[] from = IntStream.range(0, twins).toArray();
        int[] to = IntStream.range(1, twins + 1).toArray();
        MoveOrder order = MoveOrder.of(MoveRules.of(demand, limit), from, to, (m, s) -> true);
        assertEquals(Optional.empty(), order.blockage());
        assertEquals(IntStream.range(0, twins).map(m -> twins - 1 - m).boxed().toList(), order.moves());
    }

    /** Beside 10^12 that leaves, a running sum of the others loses its fourth digit; 0.3 and 0.70002 do not fit together. */
    @Test
    void aHugeTwinThatLeavesHidesNoLoad() {
        double[] demand = {1e12, 0.70002, 0.3};
        MoveOrder order = MoveOrder.of(
                MoveRules.of(demand, new double[] {1, 1e13}), new int[] {0, 1, 0}, new int[] {1, 0, 1}, (m, s) -> true);
        assertEquals(Optional.empty(), order.blockage());
        assertTrue(order.moves().indexOf(2) < order.moves().indexOf(1), order.toString());
    }

    /** Server 1 holds more than it may, until the twin that is too large for it stops. */
    @Test
    void aTwinWithoutDemandWaitsForAnOverfullServer() {
        MoveOrder order = MoveOrder.of(
                MoveRules.of(new double[] {0, 5}, new double[] {3, 3}),
                new int[] {0, 1},
                new int[] {1, ServerLoads.NOWHERE},
                (twin, server) -> true);
        assertEquals(List.of(1, 0), order.moves());
        assertTrue(order.blockage().isEmpty());
    }

    /** Large cases are replayed: what is called possible is. */
    @Test
    void largeOrdersBreakNoRule() {
        int ordered = 0;
        for (int seed = 0; seed < 300; seed++) {
            Case drawn = Case.draw(seed, 60);
            MoveOrder order = drawn.order();
            int possible =
                    order.blockage().map(Blockage::first).orElse(order.moves().size());
            assertTrue(drawn.replay(drawn.from.clone(), order.moves()) >= possible, "seed " + seed);
            ordered += order.blockage().isEmpty() ? 1 : 0;
        }
        assertTrue(ordered > 100, ordered + " ordered");
    }
}
