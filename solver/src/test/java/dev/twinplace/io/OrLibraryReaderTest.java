package dev.twinplace.io;

import static dev.twinplace.io.Documents.assertComplaint;
import static dev.twinplace.io.Documents.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrLibraryReaderTest {
    private static final String INSTANCE = " 2 3\n 1 2 3\n-4 5.5 6e0\n\n10 20 30 \t 40 50 +60\r\n100 0.25";

    private static PlacementProblem read(String text, Sense sense) {
        return OrLibraryReader.read("gap", utf8(text), sense);
    }

    @Test
    void readsCostsDemandsAndCapacities() {
        PlacementProblem problem = read(INSTANCE, Sense.MIN);
        assertEquals(3, problem.twins());
        assertEquals(2, problem.servers());
        double[][] costs = {{1, -4}, {2, 5.5}, {3, 6}};
        double[][] demands = {{10, 40}, {20, 50}, {30, 60}};
        for (int job = 0; job < 3; job++) {
            for (int agent = 0; agent < 2; agent++) {
                assertEquals(costs[job][agent], problem.cost(job, agent));
                assertEquals(demands[job][agent], problem.demand(job, agent));
            }
            assertEquals((demands[job][0] + demands[job][1]) / 2, problem.work(job));
            assertEquals(1, problem.weight(job));
        }
        assertEquals(100, problem.capacity(0));
        assertEquals(0.25, problem.capacity(1));
        assertFalse(problem.hasContention());
    }

    @Test
    void negatesCostsToMaximise() {
        assertEquals(4, read(INSTANCE, Sense.MAX).cost(0, 1));
        assertEquals(0.0, read("1 1 0 1 1", Sense.MAX).cost(0, 0));
    }

    @ParameterizedTest
    @EnumSource(Sense.class)
    void callsTheSenseAsTheCommandLineDoes(Sense sense) {
        assertEquals(sense.name().toLowerCase(Locale.ROOT), sense.toString());
    }

    static Stream<Arguments> notAnInstance() {
        String counted = "6 numbers for 1 agents and 1 jobs";
        return Stream.of(
                arguments("", "must have the numbers of agents and of jobs first, but ended after number 0"),
                arguments(" 3 \n", "must have the numbers of agents and of jobs first, but ended after number 1"),
                arguments("0 3", "number 1: must be the number of agents, an integer >= 1, but was 0.0"),
                arguments("2 -3", "number 2: must be the number of jobs, an integer >= 1, but was -3.0"),
                arguments("2 2.5", "number 2: must be the number of jobs, an integer >= 1, but was 2.5"),
                arguments("3e9 1", "number 1: must be the number of agents, an integer >= 1, but was 3.0E9"),
                arguments(
                        "2147483647 2147483647 1",
                        "number 2: must be at most 0 jobs for 2147483647 agents, but was 2147483647"),
                arguments(
                        "10000 10000 1",
                        "must have 200010002 numbers for 10000 agents and 10000 jobs, but ended after number 3"),
                arguments("1 1 1 1", "must have 5 numbers for 1 agents and 1 jobs, but ended after number 4"),
                arguments(
                        "1 1 1 1 1 7 8",
                        "number 6: must be absent after 5 numbers for 1 agents and 1 jobs, but was 7.0"),
                arguments("1 1 1 1 1 x", "number 6: must be a finite number, but was x"),
                arguments("2\n1 1 1 1 1\n", "must have 2 instances, but ended after number 6"),
                arguments(
                        "2\n1 1 1 1 1\n1 1 1", "must have 5 numbers for 1 agents and 1 jobs, but ended after number 9"),
                arguments("2\n1 1 1 1 1\n1 0 5", "number 8: must be the number of jobs, an integer >= 1, but was 0.0"),
                arguments(
                        "1\n1 1 1 1 1\n1 1",
                        "number 7: must be absent after 5 numbers for 1 agents and 1 jobs, but was 1.0"),
                arguments(
                        "2\n1 1 1 1 1\n2 1 1e308 1e308 1e308 1e308 1 1",
                        "instance 2: the cost and the load of a placement must be finite, but overflow by cost[0][0] = 1.0E308"),
                arguments("1 1 x 1 1", "number 3: must be a finite number, but was x"),
                arguments("1 1 NaN 1 1", "number 3: must be a finite number, but was NaN"),
                arguments("1 1 0x1p3 1 1", "number 3: must be a finite number, but was 0x1p3"),
                arguments("1 1 1d 1 1", "number 3: must be a finite number, but was 1d"),
                arguments("1 1 1,5 1 1", "number 3: must be a finite number, but was 1,5"),
                arguments("1 1 1e999 1 1", "number 3: must be a finite number, but was 1e999"),
                arguments("1 1 1 -1 1", "number 4: must be a demand >= 0, but was -1.0"),
                arguments("1 1 1 1 -1", "number 5: must be a capacity >= 0, but was -1.0"),
                arguments("1 1 \u0000 1 1", "number 3: must be a finite number, but was \\u0000"),
                arguments(
                        "1 1 " + "1".repeat(500),
                        "number 3: must have at most 400 characters, but was " + "1".repeat(80) + "..."),
                arguments(
                        "2 1 1e308 1e308 1e308 1e308 1 1",
                        "the cost and the load of a placement must be finite, but overflow by cost[0][0] = 1.0E308"),
                arguments(counted, "number 2: must be a finite number, but was numbers"));
    }

    @ParameterizedTest
    @MethodSource
    void notAnInstance(String text, String complaint) {
        assertComplaint("gap: " + complaint, () -> read(text, Sense.MIN));
    }

    @Test
    void readsSeveralInstancesAfterTheirNumber() {
        String second = "1 2 7 8 1 2 9";
        List<PlacementProblem> problems =
                OrLibraryReader.readAll("gap", utf8("2\n" + INSTANCE + "\n" + second), Sense.MIN);
        assertEquals(2, problems.size());
        assertEquals(-4, problems.get(0).cost(0, 1));
        assertEquals(0.25, problems.get(0).capacity(1));
        assertEquals(2, problems.get(1).twins());
        assertEquals(8, problems.get(1).cost(1, 0));
        assertEquals(2, problems.get(1).demand(1, 0));
        assertEquals(9, problems.get(1).capacity(0));
        assertComplaint(
                "gap: must hold one instance here, but holds 2",
                () -> read("2\n" + INSTANCE + " " + second, Sense.MIN));
        assertEquals(
                1,
                OrLibraryReader.readAll("gap", utf8("1\n" + INSTANCE), Sense.MIN)
                        .size());
        assertEquals(3, read("1 " + INSTANCE, Sense.MIN).twins(), "where lines end does not matter");
    }

    /** 2 agents and 4 jobs need 20 numbers; so do two instances of 4 agents with a job and of 1 agent with a job. */
    @Test
    void whatFitsBothWaysIsOneInstance() {
        PlacementProblem problem = read("2 4" + " 1".repeat(18), Sense.MIN);
        assertEquals(4, problem.twins());
        assertEquals(2, problem.servers());
    }

    @Test
    void skipsAByteOrderMark() {
        assertEquals(3, read("\uFEFF" + INSTANCE, Sense.MIN).twins());
        assertEquals(
                1,
                OrLibraryReader.readAll("gap", utf8("\uFEFF1\n" + INSTANCE), Sense.MIN)
                        .size());
    }

    /** It cannot become an instance any more: it must not be read to its end. */
    @Test
    void endsWhereNoLayoutFits() {
        int[] served = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                served[0]++;
                return served[0] % 2 == 0 ? ' ' : '1';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    bytes[offset + i] = (byte) read();
                }
                return length;
            }
        };
        assertComplaint(
                "gap: number 6: must be absent after 5 numbers for 1 agents and 1 jobs, but was 1.0",
                () -> OrLibraryReader.readAll("gap", endless, Sense.MIN));
        assertTrue(served[0] < 100_000, () -> served[0] + " bytes");
    }

    @Test
    void readsThePublishedFormOfSeveralInstances() {
        List<PlacementProblem> problems =
                OrLibraryReader.readAll(SharedData.require("gap/orlib-two-instances.txt"), Sense.MIN);
        assertEquals(2, problems.size());
        assertEquals(3, problems.get(1).cost(0, 0));
        assertEquals(2, problems.get(1).capacity(1));
    }

    /** No optimum is better than the sum of each job's best agent, whichever the sense. */
    @Test
    void readsEveryPublishedInstance() throws IOException {
        Path optima = SharedData.require("gap/optima.csv");
        List<String> lines = Files.readAllLines(optima);
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = List.of(line.split(",", -1));
            Path file = optima.resolveSibling(fields.get(0));
            PlacementProblem problem = OrLibraryReader.read(file, Sense.MIN);
            assertEquals(Integer.parseInt(fields.get(1)), problem.servers(), line);
            assertEquals(Integer.parseInt(fields.get(2)), problem.twins(), line);
            assertTrue(sumOfCheapest(problem) <= Double.parseDouble(fields.get(4)), line);
            if (!fields.get(5).isEmpty()) {
                double maximum = Double.parseDouble(fields.get(5));
                assertTrue(sumOfCheapest(OrLibraryReader.read(file, Sense.MAX)) <= -maximum, line);
            }
        }
    }

    private static double sumOfCheapest(PlacementProblem problem) {
        double sum = 0;
        for (int job = 0; job < problem.twins(); job++) {
            double cheapest = Double.POSITIVE_INFINITY;
            for (int agent = 0; agent < problem.servers(); agent++) {
                cheapest = Math.min(cheapest, problem.cost(job, agent));
            }
            sum += cheapest;
        }
        return sum;
    }
}
