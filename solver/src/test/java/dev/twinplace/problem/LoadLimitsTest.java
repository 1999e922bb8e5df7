package dev.twinplace.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.EdgeServer;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.Scenario;
import dev.twinplace.model.Server;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadLimitsTest {
    private static final double ROUNDOFF = 0x1p-53;

    /** One server, one twin for each demand. */
    private static PlacementProblem problem(double capacity, double... demands) {
        PlacementProblemBuilder builder =
                PlacementProblem.builder(demands.length, 1).capacity(0, capacity);
        for (int m = 0; m < demands.length; m++) {
            builder.demand(m, demands[m]);
        }
        return builder.build();
    }

    private static double limit(double capacity, double... demands) {
        return problem(capacity, demands).loadLimit(0);
    }

    @Test
    void wholeNumbersAreExactHoweverLargeTheDemandsThatDoNotFit() {
        assertEquals(10, limit(10, 6, 6, 1e13));
        assertEquals(9_000_000_000_000_000.0, limit(9e15, 4e15, 4e15, 1e300));
        assertEquals(10.3, limit(10.3, 6, 4, 1e13));
    }

    @Test
    void sumsThatRoundMayExceedTheCapacityByTheirRoundingAlone() {
        assertEquals(0.3 + (2 + 1 + 2) * ROUNDOFF * 0.3, limit(0.3, 0.1, 0.2, 0.4, 1e300));
        assertEquals(0.3 + (1 + 1 + 2) * ROUNDOFF * 0.3, limit(0.3, 0.2, 0.2, 0.21), "no two of them fit together");
        assertEquals(0, limit(0, 0.1, 0));
        assertEquals(Double.POSITIVE_INFINITY, limit(Double.POSITIVE_INFINITY, 0.1));
    }

    @Test
    void whatDevicesAddUpToRoundsOncePerDevice() {
        PlacementProblem problem = ScenarioCompiler.compile(
                new ScenarioGenerator(Profile.TABLE2, Coupling.CAPACITY, 15, 120, 3, 0.5).generate(1));
        int terms = problem.demandTerms();
        assertTrue(terms > 8, "the largest number of devices of a twin: " + terms);
        double capacity = problem.capacity(0);
        double tolerance = problem.loadLimit(0) - capacity;
        assertTrue(tolerance > (terms + 2) * ROUNDOFF * capacity, "" + tolerance);
        assertTrue(tolerance <= (15 + terms + 3) * ROUNDOFF * capacity, "" + tolerance);
    }

    /** Decimals of few digits: a sum in any order is within the limit if and only if the decimals add up to the capacity. */
    @Test
    void decimalFractionsAreDecidedAsTheyAreWritten() {
        SplittableRandom random = new SplittableRandom(5);
        int within = 0;
        for (int round = 0; round < 20_000; round++) {
            int digits = random.nextInt(1, 6);
            BigDecimal[] demand = new BigDecimal[random.nextInt(2, 12)];
            double[] values = new double[demand.length];
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < demand.length; i++) {
                demand[i] = BigDecimal.valueOf(random.nextLong(1, 10_000_000), digits);
                values[i] = demand[i].doubleValue();
                sum = sum.add(demand[i]);
            }
            BigDecimal capacity = sum.add(BigDecimal.valueOf(random.nextInt(-1, 2), digits));
            double load = 0;
            for (double value : values) {
                load += value;
            }
            boolean fits = load <= limit(capacity.doubleValue(), values);
            assertEquals(sum.compareTo(capacity) <= 0, fits, sum + " on " + capacity);
            within += fits ? 1 : 0;
        }
        assertTrue(within > 10_000 && within < 15_000, "both answers must occur: " + within);
    }

    /** 19 times 0.1 is 1.9, although the sum of the doubles is larger; two devices of 1 are not within less than 2. */
    @Test
    void aDemandThatDevicesAddUpToMayItselfRound() {
        assertTrue(ofDevices(19, 0.1, 1.9).fits(0, 0));
        assertFalse(ofDevices(19, 0.1, 1.89).fits(0, 0));
        assertFalse(ofDevices(1, 1.9, Math.nextDown(1.9)).fits(0, 0), "one number is what it is");
        assertFalse(ofDevices(2, 0x1p51 + 0.5, 0x1p52).fits(0, 0), "whole numbers do not round");
    }

    /** One twin, and a server with the capacity. */
    private static PlacementProblem ofDevices(int devices, double workloadMB, double capacityMB) {
        List<Device> all = IntStream.range(0, devices)
                .mapToObj(n -> new Device("d" + n, 0, 0, 0, workloadMB, 1))
                .toList();
        List<Server> servers = List.of(new EdgeServer("e", 0, 0, 1, 0, 0, capacityMB));
        return ScenarioCompiler.compile(
                new Scenario("s", 0.5, Coupling.CAPACITY, new ModelParameters(10, 1, 1), servers, List.of("t"), all));
    }

    @Test
    void limitsAreDecidedAtTheirEdges() {
        assertEquals(
                1 + (1 + 1 + 2) * ROUNDOFF, limit(1, 1, 0.5, 0.75), "a demand of the whole capacity leaves no room");
        assertEquals(0.3 + (1 + 1 + 2) * ROUNDOFF * 0.3, limit(0.3, 0.3), "it counts as one that fits");
        assertEquals(0.3 + (1 + 1 + 2) * ROUNDOFF * 0.3, limit(0.3, 0.3, 0), "no demand is no part of a sum");
        double half = 0x1p52;
        assertEquals(half, limit(half, half, half - 1), "sums below 2^53 are exact");
        assertTrue(limit(half, half, half) > half, "the next one is not");
    }
}
