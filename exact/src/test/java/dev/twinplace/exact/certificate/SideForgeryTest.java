package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.InvalidInputException;
import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A certificate with side constraints that is true until one thing is changed.
 *
 * <p>Three twins on two servers, without capacities. A further resource, row 0: each demands 2 of it, server 0 has 4 and server 1
 * has 3. Twins 0 and 1 must be separate, row 1. Twin 2 has a work of 5 like the others, and tolerates 9 on server 1. All are
 * cheapest on server 0, by 1, 2 and 3. So one of twins 0 and 1 is on server 1, alone; the optimum moves twin 0.
 */
class SideForgeryTest {
    private static PlacementProblem problem() {
        double infinite = Double.POSITIVE_INFINITY;
        return PlacementProblem.builder(3, 2)
                .cost(0, 1, 1)
                .cost(1, 1, 2)
                .cost(2, 1, 3)
                .work(0, 5)
                .work(1, 5)
                .work(2, 5)
                .row("memoryGB", new int[] {0, 1, 2}, new double[] {2, 2, 2}, new double[] {4, 3})
                .row("groups[0]", new int[] {0, 1}, new double[] {1, 1}, new double[] {1, 1})
                .workLimit(2, 1, 9)
                .workLimit(2, 0, infinite)
                .build();
    }

    /** Prices of twins, then of the resource on both servers, then of the group on both. */
    private static List<String> proof() {
        return List.of(
                "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(problem())
                        + "\",\"status\":\"OPTIMAL\",\"placement\":[1,0,0],\"cost\":1,\"bound\":1,\"nodes\":3}",
                "{\"node\":0,\"close\":\"branch\",\"on\":0}",
                "{\"node\":1,\"parent\":0,\"twin\":0,\"server\":0,\"exclude\":["
                        + "{\"by\":\"limits\",\"pairs\":[1,0,2,1]}],\"close\":\"bound\",\"prices\":[0,0,0,0,0,0,0]}",
                "{\"node\":2,\"parent\":0,\"twin\":0,\"server\":1,\"exclude\":["
                        + "{\"by\":\"limits\",\"pairs\":[2,1,1,1]}],\"close\":\"placement\"}");
    }

    private static Verification verify(List<String> lines) {
        return TestProver.verify(problem(), lines);
    }

    @Test
    void theProofHoldsBeforeItIsForged() {
        Verification verdict = verify(proof());
        assertInstanceOf(Verification.Holds.class, verdict, verdict.message());
    }

    /** A price of 1 for the group on server 0 is worth 1, and both twins pay it there or 1 more elsewhere. */
    @Test
    void pricesOfRowsProveWhatPricesOfTwinsCannot() {
        String root = "{\"node\":0,\"close\":\"bound\",\"prices\":[1,1,0,0,0,1,0]}";
        assertInstanceOf(
                Verification.Holds.class, verify(List.of(header().replace("\"nodes\":3", "\"nodes\":1"), root)));
        String unpriced = root.replace("0,1,0]", "0,0,0]");
        assertRefuted(
                List.of(header().replace("\"nodes\":3", "\"nodes\":1"), unpriced),
                "node 0: it is closed by a bound, but its prices prove less");
        String dearer = root.replace("0,1,0]", "0,1,1]");
        assertRefuted(
                List.of(header().replace("\"nodes\":3", "\"nodes\":1"), dearer),
                "node 0: it is closed by a bound, but its prices prove less");
    }

    private static String header() {
        return proof().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0 | "placement":[1,0,0],"cost":1,"bound":1 | "placement":[0,0,1],"cost":3,"bound":1 | header: the placement exceeds groups[0] on server 0
            0 | "placement":[1,0,0],"cost":1,"bound":1 | "placement":[1,0,1],"cost":4,"bound":1 | header: the placement exceeds memoryGB on server 1
            0 | "bound":1               | "bound":1.5             | header: the bound 1.5 exceeds the cost
            2 | "pairs":[1,0,2,1]       | "pairs":[2,0]           | node 1: no limit keeps twin 2 off server 0
            2 | "pairs":[1,0,2,1]       | "pairs":[0,0]           | node 1: no limit keeps twin 0 off server 0
            2 | "pairs":[1,0,2,1]       | "pairs":[2,1,1,0]       | node 1: no limit keeps twin 2 off server 1
            2 | "pairs":[1,0,2,1]       | "pairs":[]              | node 1: it is closed by a bound, but its prices prove less
            2 | [0,0,0,0,0,0,0]         | [0,0,0,0,0,-1,0]        | node 1: the price of row 1 on server 0 must be positive
            2 | [0,0,0,0,0,0,0]         | [0,0,0,0,9,0,0]         | node 1: it is closed by a bound, but its prices prove less
            3 | "pairs":[2,1,1,1]       | "pairs":[1,0]           | node 2: no limit keeps twin 1 off server 0
            3 | "pairs":[2,1,1,1]       | "pairs":[2,1]           | node 2: it is closed as a placement, but not every twin
            3 | "close":"placement"     | "close":"contradiction" | node 2: it is closed by contradiction, but
            """)
    void forged(int line, String truth, String forged, String why) {
        List<String> lines = new ArrayList<>(proof());
        assertTrue(lines.get(line).contains(truth), lines.get(line));
        lines.set(line, lines.get(line).replace(truth, forged));
        assertRefuted(lines, why);
    }

    private static void assertRefuted(List<String> lines, String why) {
        Verification verdict = verify(lines);
        assertInstanceOf(Verification.Refuted.class, verdict, why);
        assertTrue(verdict.message().startsWith("refuted: " + why), verdict.message());
    }

    @Test
    void aListOfPricesHasOneForEachRowOnEachServer() {
        List<String> lines = new ArrayList<>(proof());
        lines.set(2, lines.get(2).replace("[0,0,0,0,0,0,0]", "[0,0,0]"));
        InvalidInputException fault = assertThrows(InvalidInputException.class, () -> verify(lines));
        assertTrue(fault.getMessage().contains("each row on each server, 7 in all, but had 3"), fault.getMessage());
    }

    private static String oneNode(PlacementProblem problem, double bound, String root) {
        return TestProver.verify(
                        problem,
                        List.of(
                                "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(problem)
                                        + "\",\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":"
                                        + bound + ",\"nodes\":1}",
                                "{\"node\":0," + root + "}"))
                .message();
    }

    /** Server 0 would be free for twin 0, which costs 1 elsewhere, but for what it has in common with twin 1. */
    @Test
    void aServerThatLimitsARowOrWorkIsNotFree() {
        double infinite = Double.POSITIVE_INFINITY;
        PlacementProblem row = PlacementProblem.builder(2, 2)
                .cost(0, 1, 1)
                .row("memoryGB", new int[] {0, 1}, new double[] {2, 2}, new double[] {3, infinite})
                .build();
        PlacementProblem work = PlacementProblem.builder(2, 2)
                .cost(0, 1, 1)
                .work(0, 5)
                .work(1, 5)
                .workLimit(1, 0, 9)
                .build();
        String free = "\"exclude\":[{\"by\":\"free-server\",\"pairs\":[0,1]}],\"close\":\"bound\",\"prices\":";
        String why = "refuted: node 0: no free server costs twin 0 as little as server 1";
        assertTrue(oneNode(row, 0, free + "[0,0,0,0]").startsWith(why), oneNode(row, 0, free + "[0,0,0,0]"));
        assertTrue(oneNode(work, 0, free + "[0,0]").startsWith(why), oneNode(work, 0, free + "[0,0]"));
    }

    /** Twin 2 makes the row bind; twin 0 is no member, so that it is not like twin 1. */
    @Test
    void twinsOfDifferentRowsAreNotAlike() {
        PlacementProblem problem = PlacementProblem.builder(3, 2)
                .row("memoryGB", new int[] {1, 2}, new double[] {2, 2}, new double[] {3, 3})
                .build();
        String prices = "\"close\":\"bound\",\"prices\":[0,0,0,0,0]}";
        Verification verdict = TestProver.verify(
                problem,
                List.of(
                        "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(problem)
                                + "\",\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":0,\"nodes\":3}",
                        "{\"node\":0,\"close\":\"branch\",\"on\":0}",
                        "{\"node\":1,\"parent\":0,\"twin\":0,\"server\":0," + prices,
                        "{\"node\":2,\"parent\":0,\"twin\":0,\"server\":1,"
                                + "\"exclude\":[{\"by\":\"alike\",\"pairs\":[1,0]}]," + prices));
        assertTrue(verdict.message().startsWith("refuted: node 2: server 0 does not follow"), verdict.message());
    }

    /** A server with contention takes both twins, whose work is just what one of them tolerates: nothing costs less. */
    @Test
    void workUpToTheLimitIsAmongTheSubsetsOfAServer() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .work(0, 5)
                .work(1, 5)
                .contention(0, 1)
                .cost(0, 1, 1)
                .cost(1, 1, 1)
                .workLimit(0, 0, 10)
                .workLimit(0, 1, 9)
                .build();
        String root = "\"close\":\"bound\",\"prices\":[1,1]";
        assertTrue(oneNode(problem, 0, root).startsWith("the proof holds"), oneNode(problem, 0, root));
        assertTrue(
                oneNode(problem, 0.5, root)
                        .startsWith("refuted: node 0: it is closed by a bound, but its prices prove less"),
                oneNode(problem, 0.5, root));
    }

    /** Two twins of a work of 5 where one tolerates 9: decided there by two nodes, they contradict. */
    @Test
    void workBeyondWhatATwinToleratesIsAContradiction() {
        PlacementProblem problem = PlacementProblem.builder(2, 2)
                .work(0, 5)
                .work(1, 5)
                .workLimit(0, 0, 9)
                .workLimit(0, 1, 10)
                .build();
        List<String> lines = new ArrayList<>(List.of(
                "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(problem)
                        + "\",\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":0,\"nodes\":5}",
                "{\"node\":0,\"close\":\"branch\",\"on\":0}",
                "{\"node\":1,\"parent\":0,\"twin\":0,\"server\":0,\"close\":\"branch\",\"on\":1}",
                "{\"node\":2,\"parent\":0,\"twin\":0,\"server\":1,\"close\":\"bound\",\"prices\":[0,0]}",
                "{\"node\":3,\"parent\":1,\"twin\":1,\"server\":0,\"close\":\"contradiction\"}",
                "{\"node\":4,\"parent\":1,\"twin\":1,\"server\":1,\"close\":\"placement\"}"));
        Verification verdict = TestProver.verify(problem, lines);
        assertInstanceOf(Verification.Holds.class, verdict, verdict.message());
        lines.set(3, lines.get(3).replace("\"close\":\"bound\",\"prices\":[0,0]", "\"close\":\"branch\",\"on\":1"));
        lines.set(0, lines.get(0).replace("\"nodes\":5", "\"nodes\":6"));
        lines.add("{\"node\":5,\"parent\":2,\"twin\":1,\"server\":1,\"close\":\"contradiction\"}");
        verdict = TestProver.verify(problem, lines);
        assertTrue(
                verdict.message().startsWith("refuted: node 5: it is closed by contradiction, but"), verdict.message());
    }
}
