package dev.twinplace.exact.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import org.junit.jupiter.api.Test;

class CapacityMultipliersTest {
    /** Ten twins of demand 2 save 1, 2, ... 10 on a server with room for three and a half. */
    @Test
    void aPriceIsWhatTheNextUnitWouldSave() {
        PlacementProblemBuilder builder = PlacementProblem.builder(10, 2).capacity(0, 7);
        int[] serverOf = new int[10];
        for (int m = 0; m < 10; m++) {
            builder.demand(m, 0, 2).cost(m, 1, m + 1);
            serverOf[m] = m >= 7 ? 0 : 1;
        }
        double[] price = CapacityMultipliers.of(builder.build(), Placement.of(serverOf));
        assertEquals(7 / 2.0, price[0], 0.05);
        assertEquals(0, price[1]);
    }

    @Test
    void nothingIsScarceWhereAllFit() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .demand(0, 0, 1)
                .demand(1, 0, 1)
                .capacity(0, 3)
                .cost(0, 1, 5)
                .cost(1, 1, 5)
                .build();
        assertEquals(0, CapacityMultipliers.of(problem, Placement.of(0, 0))[0]);
    }
}
