package dev.twinplace.exact.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.NaiveCost;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the harness notices wrong claims of every sort, and accepts right ones and weak ones. */
class HarnessTest {
    private static final Claim OPTIMUM = claim(SolveStatus.OPTIMAL, "10", 1, 0, 0);

    @TempDir
    Path folder;

    /** Two of three twins fit on the first server, one on the second; the optimum is [1, 0, 0] at 5 + 2 + 3. */
    private static PlainInstance instance() {
        int[][] costs = {{1, 5}, {2, 7}, {3, 9}};
        BigDecimal[][] cost = new BigDecimal[3][2];
        BigDecimal[][] demand = new BigDecimal[3][2];
        for (int m = 0; m < 3; m++) {
            for (int s = 0; s < 2; s++) {
                cost[m][s] = BigDecimal.valueOf(costs[m][s]);
                demand[m][s] = BigDecimal.valueOf(5);
            }
        }
        BigDecimal[] capacity = {BigDecimal.valueOf(10), BigDecimal.valueOf(6)};
        return new PlainInstance("three", Sense.MIN, cost, demand, capacity, PlainContention.none(3, 2));
    }

    private static Claim claim(SolveStatus status, String bound, int... serverOf) {
        return new Claim(
                "tester",
                status,
                serverOf.length == 0 ? Optional.empty() : Optional.of(Placement.of(serverOf)),
                Optional.ofNullable(bound).map(BigDecimal::new),
                0);
    }

    private static boolean isAccepted(Claim... all) {
        return isAccepted(instance(), all);
    }

    private static boolean isAccepted(PlainInstance instance, Claim... all) {
        Claims claims = new Claims(instance);
        for (Claim claim : all) {
            claims.add(claim);
        }
        return claims.complaints().isEmpty();
    }

    @Test
    void rightAndWeakClaimsAreAccepted() {
        assertTrue(isAccepted(OPTIMUM));
        assertTrue(isAccepted(OPTIMUM, claim(SolveStatus.FEASIBLE, "6", 0, 0, 1)));
        assertTrue(isAccepted(OPTIMUM, claim(SolveStatus.UNKNOWN, null)));
        assertTrue(isAccepted(claim(SolveStatus.INFEASIBLE, null)));
    }

    @Test
    void wrongClaimsAreNot() {
        Claim found = claim(SolveStatus.FEASIBLE, null, 1, 0, 0);
        assertFalse(isAccepted(found, claim(SolveStatus.OPTIMAL, null, 0, 1, 0)), "cost");
        assertFalse(isAccepted(claim(SolveStatus.OPTIMAL, null, 0, 1, 0), found), "cost, said first");
        assertFalse(isAccepted(found, claim(SolveStatus.INFEASIBLE, null)), "infeasibility");
        assertFalse(isAccepted(found, claim(SolveStatus.UNKNOWN, "10.5")), "bound");
        assertFalse(isAccepted(found, claim(SolveStatus.FEASIBLE, "6", 0, 0, 0)), "load");
        assertFalse(isAccepted(claim(SolveStatus.OPTIMAL, "10")), "no placement");
    }

    /** An offset of 10^10 does not widen it: one millionth of an excess of 7 is too much. */
    @Test
    void theToleranceIsRelativeToWhatAPlacementChanges() {
        PlainInstance instance = instance();
        instance.cost[0][0] = new BigDecimal("10000000001.5");
        instance.cost[0][1] = new BigDecimal("10000000008.5");
        instance.cost[1][1] = new BigDecimal("9.000007");
        Claim found = claim(SolveStatus.FEASIBLE, null, 1, 0, 0);
        Claim worse = claim(SolveStatus.OPTIMAL, null, 0, 1, 0);
        assertFalse(isAccepted(instance, found, worse));
        instance.cost[1][1] = new BigDecimal("9.000000000000007");
        assertTrue(isAccepted(instance, found, worse));
    }

    @Test
    void solversThatLieOrFailAreReported() {
        assertFalse(isReported(context -> claimOptimal(context, 1, 0, 0)));
        assertTrue(isReported(context -> claimOptimal(context, 0, 1, 0)));
        assertTrue(isReported(context -> {
            throw new IllegalStateException("no");
        }));
    }

    private static void claimOptimal(SolveContext context, int... serverOf) {
        context.offer(serverOf);
        context.proveIncumbent();
    }

    private static boolean isReported(PlacementSolver solver) {
        PlainInstance instance = instance();
        Claims claims = new Claims(instance);
        claims.add(claim(SolveStatus.FEASIBLE, null, 1, 0, 0));
        Solve.ask("tester", solver, Budget.UNLIMITED, new Variant(instance, same -> same), claims);
        return !claims.complaints().isEmpty();
    }

    /** A variant's optimum, taken back, is one of the instance; a worse placement of the variant is refuted there. */
    @Test
    void whatIsClaimedOfAVariantHoldsForTheInstance() {
        Oracle oracle = new CpSatOracle(1);
        int wrong = 0;
        for (long seed = 0; seed < 100; seed++) {
            PlainInstance instance =
                    MidSizeProblems.of(MidSizeProblems.Kind.UNPACKABLE, seed).instance();
            for (Variant variant : variants(instance, new SplittableRandom(seed))) {
                Claim taken = variant.back().apply(oracle.solve(variant.instance()));
                assertTrue(isAccepted(instance, oracle.solve(instance), taken), variant.instance().name + taken);
                Claim lie = new Claim("liar", flipped(taken.status()), Optional.empty(), Optional.empty(), 0);
                wrong += isAccepted(instance, oracle.solve(instance), lie) ? 0 : 1;
            }
        }
        assertTrue(wrong >= 100, "lies found: " + wrong);
    }

    private static SolveStatus flipped(SolveStatus status) {
        return status == SolveStatus.INFEASIBLE ? SolveStatus.OPTIMAL : SolveStatus.INFEASIBLE;
    }

    private static List<Variant> variants(PlainInstance instance, SplittableRandom random) {
        return List.of(
                Variant.permuted(instance, random),
                Variant.scaled(instance, BigDecimal.valueOf(3)),
                Variant.shifted(instance, 1000, random),
                Variant.withServerFor(random.nextInt(instance.twins()), true, instance),
                Variant.withServerFor(random.nextInt(instance.twins()), false, instance));
    }

    @Test
    void theOraclesAgreeWithOneAnother() {
        List<Oracle> oracles = List.of(new CpSatOracle(1), new MipOracle("SCIP", 1000), new MipOracle("CBC", 1000));
        for (long seed = 0; seed < 66; seed++) {
            PlainInstance instance = MidSizeProblems.of(seed).instance();
            if (instance.twins() <= 16) {
                Claims claims = new Claims(instance);
                oracles.forEach(oracle -> claims.add(oracle.solve(instance)));
                assertEquals(List.of(), claims.complaints(), "seed " + seed);
            }
        }
    }

    /** Exact costs are those of the problem's formula, also after reading the text of either sense. */
    @Test
    void theProblemIsThatOfTheInstance() {
        for (long seed = 0; seed < 132; seed++) {
            PlainInstance instance = MidSizeProblems.of(seed).instance();
            int servers = instance.servers();
            int[] serverOf = IntStream.range(0, instance.twins())
                    .map(m -> m * m % servers)
                    .toArray();
            double cost = instance.objective(serverOf).doubleValue();
            assertEquals(cost, NaiveCost.cost(instance.toProblem(), serverOf), 1e-14 * Math.abs(cost), "seed " + seed);
        }
    }

    @Test
    void instancesAreKeptAsFilesThatOurReaderTakes() throws IOException {
        Path file = PlainText.keep(instance(), List.of("wrong"), folder.resolve("new"));
        PlacementProblem read = OrLibraryReader.read(file, Sense.MIN);
        assertEquals(9, read.cost(2, 1));
        assertEquals(6, read.capacity(1));
        assertTrue(Files.readString(folder.resolve("new").resolve("three-min.gap.txt"))
                .contains("wrong"));
    }
}
