package dev.twinplace.exact.lagrangian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.cost.IncrementalCost;
import dev.twinplace.exact.bound.ReducedCosts;
import dev.twinplace.exact.bound.ServerPriceSubgradient;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import dev.twinplace.testing.RandomProblems;
import dev.twinplace.testing.RandomProblems.Kind;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourhoodTest {
    /** What a change within the part costs is what it costs in the whole, and it fits in the one if in the other. */
    @Test
    void changesOfThePartCostWhatTheyCostInTheWhole() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PlacementProblem whole = RandomProblems.of(Kind.CONTENTION_AND_CAPACITY, 12, 4, seed);
            int[] serverOf = RandomProblems.placement(whole, random);
            int[] twins = IntStream.range(0, 12)
                    .filter(m -> serverOf[m] != 1 && m % 4 != 3)
                    .toArray();
            IncrementalCost placement = new IncrementalCost(whole);
            placement.reset(serverOf);
            if (twins.length == 0 || placement.overload() > 0) {
                continue;
            }
            ReducedCosts any = new ReducedCosts(whole, new ServerPriceSubgradient(whole), 4);
            Neighbourhood part = Neighbourhood.of(placement, twins, new int[] {3, 0, 2}, any, Double.POSITIVE_INFINITY);
            int[] same = serverOf.clone();
            part.apply(part.present(), same);
            assertArrayEquals(serverOf, same);
            int[] drawn = RandomProblems.placement(part.problem(), random);
            int[] changed = serverOf.clone();
            part.apply(Placement.of(drawn), changed);
            double inPart = NaiveCost.cost(part.problem(), drawn)
                    - NaiveCost.cost(part.problem(), part.present().toArray());
            double inWhole = NaiveCost.cost(whole, changed) - NaiveCost.cost(whole, serverOf);
            assertEquals(inWhole, inPart, 1e-6, "seed " + seed);
            assertEquals(
                    NaiveCost.isFeasible(whole, changed), NaiveCost.isFeasible(part.problem(), drawn), "seed " + seed);
        }
    }
}
