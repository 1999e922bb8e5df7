package dev.twinplace.heuristic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuickGreedyTest {
    @ParameterizedTest
    @EnumSource
    void placesAsItsDefinitionSays(Kind kind) {
        for (int seed = 0; seed < 60; seed++) {
            PlacementProblem problem = RandomProblems.of(kind, 1 + seed, 1 + seed % 6, seed);
            IncrementalCost placement = new IncrementalCost(problem);
            int placedBefore = seed % 3;
            for (int m = 0; m < Math.min(placedBefore, problem.twins()); m++) {
                placement.move(m, m % problem.servers());
            }
            int[] expected = defined(problem, placement);
            assertEquals(Math.max(0, problem.twins() - placedBefore), new QuickGreedy(placement).placeAll());
            assertArrayEquals(expected, serverOf(placement), kind + " " + seed);
        }
    }

    private static int[] serverOf(IncrementalCost placement) {
        int[] serverOf = new int[placement.problem().twins()];
        placement.copyTo(serverOf);
        return serverOf;
    }

    private static int[] defined(PlacementProblem problem, IncrementalCost start) {
        int[] serverOf = serverOf(start);
        IncrementalCost cost = new IncrementalCost(problem);
        cost.reset(serverOf);
        List<Integer> order = new ArrayList<>();
        for (int m = 0; m < serverOf.length; m++) {
            if (serverOf[m] == IncrementalCost.UNPLACED) {
                order.add(m);
            }
        }
        order.sort(Comparator.comparingDouble(m -> -leastShare(problem, m)));
        for (int m : order) {
            serverOf[m] = server(cost, m);
            cost.move(m, serverOf[m]);
        }
        return serverOf;
    }

    private static double leastShare(PlacementProblem problem, int twin) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < problem.servers(); s++) {
            double demand = problem.demand(twin, s);
            least = Math.min(least, demand == 0 ? 0 : demand * (1 / problem.capacity(s)));
        }
        return least;
    }

    private static int server(IncrementalCost cost, int twin) {
        Comparator<Integer> byExcess = Comparator.comparingDouble(s ->
                cost.loadOn(s) + cost.problem().demand(twin, s) - cost.problem().capacity(s));
        Comparator<Integer> byCost = Comparator.comparingDouble(s -> cost.insertionDelta(twin, s));
        List<Integer> servers = new ArrayList<>();
        List<Integer> withRoom = new ArrayList<>();
        for (int s = 0; s < cost.problem().servers(); s++) {
            servers.add(s);
            if (cost.fits(twin, s)) {
                withRoom.add(s);
            }
        }
        return withRoom.isEmpty()
                ? servers.stream().min(byExcess).orElseThrow()
                : withRoom.stream().min(byCost).orElseThrow();
    }

    /** In index order, twins 0 and 1 would take a half each of two servers, and twin 2 would find no room. */
    @Test
    void largeTwinsGoFirst() {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .cost(1, 0, 1)
                .demand(0, 1)
                .demand(1, 1)
                .demand(2, 2)
                .capacity(0, 2)
                .capacity(1, 2)
                .build();
        IncrementalCost placement = new IncrementalCost(problem);
        new QuickGreedy(placement).placeAll();
        assertArrayEquals(new int[] {1, 1, 0}, serverOf(placement));
        assertEquals(0, NaiveCost.overload(problem, serverOf(placement)));
    }
}
