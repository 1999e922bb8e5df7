package dev.twinplace.exact.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.cost.PlacementChecker;
import dev.twinplace.exact.side.SideCase;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A part allows what the whole allows, the other twins staying where they are. */
class SideOfPartTest {
    private final SplittableRandom random = new SplittableRandom(3);

    /** Twins that stay keep the limits themselves; with a capacity for all, side constraints alone decide. */
    @Test
    void aPlacementOfThePartIsFeasibleIfAndOnlyIfTheWholeIs() {
        int feasible = 0;
        int broken = 0;
        for (int seed = 0; seed < 3000; seed++) {
            SideCase each = SideCase.small(seed);
            PlacementProblem whole = each.problem();
            int[] serverOf = random.ints(each.twins, 0, each.servers).toArray();
            int[] twins = IntStream.range(0, each.twins)
                    .filter(m -> random.nextBoolean())
                    .toArray();
            if (twins.length == 0 || !keepsLimitsWithout(whole, serverOf, twins)) {
                continue;
            }
            boolean isFeasible = isFeasible(whole, serverOf);
            for (boolean forgives : new boolean[] {false, true}) {
                PlacementProblem part = part(whole, serverOf, twins, forgives);
                int[] moved = Arrays.stream(twins).map(m -> serverOf[m]).toArray();
                assertEquals(isFeasible, isFeasible(part, moved), "seed " + seed);
            }
            feasible += isFeasible ? 1 : 0;
            broken += isFeasible ? 0 : 1;
        }
        assertTrue(feasible > 200 && broken > 100, feasible + " feasible, " + broken + " not");
    }

    private static PlacementProblem part(PlacementProblem whole, int[] serverOf, int[] twins, boolean forgives) {
        PlacementProblemBuilder builder = PlacementProblem.builder(twins.length, whole.servers());
        int[] staysOn = serverOf.clone();
        for (int i = 0; i < twins.length; i++) {
            builder.work(i, whole.work(twins[i]));
            staysOn[twins[i]] = SideOfPart.MOVES;
        }
        int[] servers = IntStream.range(0, whole.servers()).toArray();
        SideOfPart.write(whole, twins, servers, staysOn, forgives, builder);
        return builder.build();
    }

    /** Side constraints alone, with those that keep a twin off a server even alone. */
    private static boolean isFeasible(PlacementProblem problem, int[] serverOf) {
        PlacementProblemBuilder builder = PlacementProblem.builder(problem.twins(), problem.servers());
        for (int m = 0; m < problem.twins(); m++) {
            builder.work(m, problem.work(m));
        }
        int[] servers = IntStream.range(0, problem.servers()).toArray();
        int[] twins = IntStream.range(0, problem.twins()).toArray();
        int[] none = new int[problem.twins()];
        Arrays.fill(none, SideOfPart.MOVES);
        SideOfPart.write(problem, twins, servers, none, false, builder);
        return PlacementChecker.isFeasible(builder.build(), serverOf);
    }

    private static boolean keepsLimitsWithout(PlacementProblem whole, int[] serverOf, int[] moving) {
        int[] staying = IntStream.range(0, serverOf.length)
                .filter(m -> Arrays.stream(moving).noneMatch(n -> n == m))
                .toArray();
        if (staying.length == 0) {
            return true;
        }
        PlacementProblemBuilder builder = PlacementProblem.builder(staying.length, whole.servers());
        for (int i = 0; i < staying.length; i++) {
            builder.work(i, whole.work(staying[i]));
        }
        int[] servers = IntStream.range(0, whole.servers()).toArray();
        int[] elsewhere = new int[serverOf.length];
        Arrays.fill(elsewhere, SideOfPart.MOVES);
        SideOfPart.write(whole, staying, servers, elsewhere, false, builder);
        return PlacementChecker.isFeasible(
                builder.build(), Arrays.stream(staying).map(m -> serverOf[m]).toArray());
    }
}
