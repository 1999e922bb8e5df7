package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.problem.PlacementProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Certificates that were true until one thing was changed: each is refuted, for the reason that was made.
 *
 * <p>Three twins on three servers. The first two are alike; server 2 takes any load, at a high cost for twins 0 and 1 and
 * a low one for twin 2. Servers 0 and 1 take one twin each. The optimum puts them on 0, 1 and 2, at 1 + 3 + 2.
 */
class ForgeryTest {
    private static final String EXCLUDE_FREE = "{\"by\":\"free-server\",\"pairs\":[2,0,2,1]}";
    private static final String EXCLUDE_BY_PRICES = "{\"by\":\"prices\",\"prices\":[3,3,0],\"pairs\":[0,2]}";

    private static PlacementProblem problem() {
        return PlacementProblem.builder(3, 3)
                .cost(0, 0, 1)
                .cost(0, 1, 3)
                .cost(0, 2, 8)
                .cost(1, 0, 1)
                .cost(1, 1, 3)
                .cost(1, 2, 8)
                .cost(2, 0, 4)
                .cost(2, 1, 4)
                .cost(2, 2, 2)
                .demand(0, 5)
                .demand(1, 5)
                .demand(2, 5)
                .capacity(0, 5)
                .capacity(1, 5)
                .build();
    }

    /** Root: twin 2 goes to its free server, twin 0 is not worth server 2; then twin 1 gets each server. */
    private static List<String> proof() {
        String hash = ProblemHash.of(problem());
        return List.of(
                "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + hash
                        + "\",\"status\":\"OPTIMAL\",\"placement\":[0,1,2],\"cost\":6,\"bound\":6,\"nodes\":4}",
                "{\"node\":0,\"exclude\":[" + EXCLUDE_FREE + "," + EXCLUDE_BY_PRICES
                        + "],\"close\":\"branch\",\"on\":1}",
                "{\"node\":1,\"parent\":0,\"twin\":1,\"server\":0,\"exclude\":["
                        + "{\"by\":\"alike\",\"pairs\":[0,1]}],\"close\":\"contradiction\"}",
                "{\"node\":2,\"parent\":0,\"twin\":1,\"server\":1,\"close\":\"bound\",\"prices\":[3,0,0]}",
                "{\"node\":3,\"parent\":0,\"twin\":1,\"server\":2,\"close\":\"bound\",\"prices\":[0,0,0]}");
    }

    private static Verification verify(List<String> lines) {
        return TestProver.verify(problem(), lines);
    }

    @Test
    void theProofHoldsBeforeItIsForged() {
        Verification verdict = verify(proof());
        assertInstanceOf(Verification.Holds.class, verdict, verdict.message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "bound":6                | "bound":7                 | header: the bound 7 exceeds the cost 6
            "bound":6                | "bound":6.5               | header: the bound 6.5 exceeds
            "bound":6                | "bound":5                 | header: OPTIMAL needs a bound closer to the cost 6
            "bound":6                | "bound":5.9999999999      | header: OPTIMAL needs a bound closer to the cost 6
            "bound":6                | "bound":null              | header: OPTIMAL needs a bound
            "cost":6                 | "cost":6.000000000000001  | header: the placement costs 6, not
            "cost":6                 | "cost":null               | header: OPTIMAL needs a cost
            "cost":6,"bound":6       | "cost":5,"bound":5        | header: the placement costs 6, not 5
            OPTIMAL                  | INFEASIBLE                | header: INFEASIBLE must not have a placement
            OPTIMAL                  | UNKNOWN                   | header: UNKNOWN must not have a placement
            "placement":[0,1,2]      | "placement":null          | header: OPTIMAL needs a placement
            "placement":[0,1,2]      | "placement":[0,1]         | header: the placement has 2 servers for 3 twins
            "placement":[0,1,2]      | "placement":[0,1,3]       | header: placement[2] is 3, but there are 3 servers
            "placement":[0,1,2],"cost":6 | "placement":[0,0,2],"cost":4 | header: the placement puts a load of 10 on server 0
            """)
    void forgedClaims(String truth, String forged, String why) {
        assertRefuted(replaced(0, truth, forged), why);
    }

    @Test
    void aWorsePlacementIsNotProvenByARaisedBound() {
        List<String> lines = replaced(
                0, "\"placement\":[0,1,2],\"cost\":6,\"bound\":6", "\"placement\":[0,2,2],\"cost\":11,\"bound\":11");
        assertRefuted(lines, "node 0: the prices do not exclude twin 0 from server 2");
    }

    @Test
    void aBoundAboveTheOptimumIsRefutedForEveryStatus() {
        String claim = "\"status\":\"OPTIMAL\",\"placement\":[0,1,2],\"cost\":6,\"bound\":6";
        String unknown = "\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":";
        assertInstanceOf(Verification.Holds.class, verify(replaced(0, claim, unknown + "6")));
        assertInstanceOf(Verification.Holds.class, verify(replaced(0, claim, unknown + "-1e300")));
        assertRefuted(replaced(0, claim, unknown + "6.01"), "node 2: it is closed by a bound, but");
        String infeasible = "\"status\":\"INFEASIBLE\",\"placement\":null,\"cost\":null,\"bound\":null";
        assertRefuted(replaced(0, claim, infeasible), "node 0: the prices do not exclude twin 0");
    }

    @Test
    void anotherProblem() {
        String hash = ProblemHash.of(problem());
        String other = ProblemHash.of(PlacementProblem.builder(3, 3).build());
        assertRefuted(replaced(0, hash, other), "header: the proof is about another problem");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 | "pairs":[2,0,2,1]      | "pairs":[2,0,2,1,0,2]  | node 0: no free server costs twin 0 as little as server 2
            1 | "pairs":[2,0,2,1]      | "pairs":[2,2]          | node 0: no free server costs twin 2 as little as server 2
            1 | "prices":[3,3,0]       | "prices":[3,-9,0]       | node 0: the prices do not exclude twin 0 from server 2
            1 | "prices":[3,3,0],"pairs":[0,2] | "prices":[0,0,0],"pairs":[0,2,0,0] | node 0: the prices do not exclude twin 0 from server 0
            1 | {"by":"free-server","pairs":[2,0,2,1]} | {"by":"alike","pairs":[2,0]} | node 0: server 0 does not follow
            1 | {"by":"free-server","pairs":[2,0,2,1]} | {"by":"alike","pairs":[0,2]} | node 0: server 2 does not follow
            1 | {"by":"free-server","pairs":[2,0,2,1]} | {"by":"alike","pairs":[1,0]} | node 0: server 0 does not follow
            1 | "close":"branch","on":1 | "close":"branch","on":2 | node 0: it branches on twin 2, which has 1 servers left
            1 | "close":"branch","on":1 | "close":"branch","on":0 | node 1: it decides twin 1, but its parent branches on twin 0
            1 | "close":"branch","on":1 | "close":"placement"     | node 0: it is closed as a placement, but
            1 | "close":"branch","on":1 | "close":"contradiction" | node 0: it is closed by contradiction, but
            1 | "close":"branch","on":1 | "close":"bound","prices":[0,0,0] | node 0: it is closed by a bound, but
            2 | "pairs":[0,1]           | "pairs":[0,0]           | node 1: server 0 does not follow
            2 | {"by":"alike","pairs":[0,1]} | {"by":"free-server","pairs":[0,1]} | node 1: free servers are for the root
            2 | ,"exclude":[{"by":"alike","pairs":[0,1]}] | `` | node 1: it is closed by contradiction, but
            4 | "server":2              | "server":1              | node 3: its parent, node 0, has no child to come on server 1
            2 | "twin":1                | "twin":0                | node 1: it decides twin 0, but its parent branches on twin 1
            2 | "parent":0              | "parent":3              | node 1: its parent, node 3, does not branch before it
            2 | "parent":0              | "parent":1              | node 1: its parent, node 1, does not branch before it
            3 | "prices":[3,0,0]        | "prices":[-1,0,0]       | node 2: it is closed by a bound, but its prices prove less
            3 | "close":"bound","prices":[3,0,0] | "close":"placement" | node 2: it is closed as a placement, but
            """)
    void forgedNodes(int line, String truth, String forged, String why) {
        assertRefuted(replaced(line, truth, forged), why);
    }

    @Test
    void aPlacementThatIsBetterThanTheBoundIsNoReasonToCloseANode() {
        String claim = "\"status\":\"OPTIMAL\",\"placement\":[0,1,2],\"cost\":6,\"bound\":6";
        List<String> lines = new ArrayList<>(
                replaced(0, claim, "\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":7"));
        String placed = "{\"by\":\"free-server\",\"pairs\":[2,0,2,1]}";
        lines.set(1, "{\"node\":0,\"exclude\":[" + placed + "],\"close\":\"branch\",\"on\":1}");
        lines.set(2, lines.get(3).replace("\"close\":\"bound\",\"prices\":[3,0,0]", "\"close\":\"branch\",\"on\":0"));
        lines.set(3, "{\"node\":3,\"parent\":2,\"twin\":0,\"server\":0,\"close\":\"placement\"}");
        assertRefuted(lines, "node 3: its placement is within capacity and costs less than the bound");
    }

    @Test
    void everyChildIsNeeded() {
        for (int line = 2; line <= 4; line++) {
            List<String> dropped = new ArrayList<>(proof());
            dropped.remove(line);
            assertRefuted(dropped, "node 0: it has no child on server " + (line - 2));
        }
        List<String> renumbered = new ArrayList<>(proof().subList(0, 4));
        renumbered.set(0, renumbered.get(0).replace("\"nodes\":4", "\"nodes\":3"));
        assertRefuted(renumbered, "node 0: it has no child on server 2");
        assertRefuted(proof().subList(0, 1), "header: of 4 nodes there are only 0");
        assertRefuted(replaced(0, "\"nodes\":4", "\"nodes\":5"), "header: of 5 nodes there are only 4");
    }

    @Test
    void childrenMayComeInAnyOrder() {
        List<String> lines = new ArrayList<>(proof());
        lines.add(2, lines.remove(4));
        assertInstanceOf(Verification.Holds.class, verify(lines), verify(lines).message());
        lines.add(lines.remove(1));
        assertRefuted(lines, "node 3: its parent, node 0, does not branch before it");
    }

    @Test
    void twinsAlikeAreComparedInEverything() {
        List<String> lines = new ArrayList<>(proof());
        PlacementProblem heavier = PlacementProblem.builder(2, 2).weight(0, 1).build();
        lines.set(
                0,
                "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(heavier)
                        + "\",\"status\":\"UNKNOWN\",\"placement\":null,\"cost\":null,\"bound\":0,\"nodes\":3}");
        lines.set(1, "{\"node\":0,\"close\":\"branch\",\"on\":0}");
        String alike = ",\"exclude\":[{\"by\":\"alike\",\"pairs\":[1,0]}],\"close\":\"bound\",\"prices\":[0,0]}";
        lines.set(2, "{\"node\":1,\"parent\":0,\"twin\":0,\"server\":0,\"close\":\"bound\",\"prices\":[0,0]}");
        lines.set(3, "{\"node\":2,\"parent\":0,\"twin\":0,\"server\":1" + alike);
        Verification verdict = TestProver.verify(heavier, lines.subList(0, 4));
        assertTrue(verdict.message().startsWith("refuted: node 2: server 0 does not follow"), verdict.message());
        PlacementProblem equal = PlacementProblem.builder(2, 2).build();
        lines.set(0, lines.get(0).replace(ProblemHash.of(heavier), ProblemHash.of(equal)));
        assertInstanceOf(Verification.Holds.class, TestProver.verify(equal, lines.subList(0, 4)));
    }

    private static List<String> replaced(int line, String truth, String forged) {
        List<String> lines = new ArrayList<>(proof());
        String old = lines.get(line);
        assertTrue(old.contains(truth), old);
        lines.set(line, old.replace(truth, forged));
        return lines;
    }

    private static void assertRefuted(List<String> lines, String why) {
        Verification verdict = verify(lines);
        assertInstanceOf(Verification.Refuted.class, verdict, why);
        assertTrue(verdict.message().startsWith("refuted: " + why), verdict.message());
    }
}
