package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proofs of published optima, in prices of 53 bits, by a prover that knows them. */
class OrLibraryProofTest {
    @Test
    void boundsOfPublishedOptimaHoldAndHigherOnesDoNot() throws IOException {
        int nodes = 0;
        for (String line : Files.readAllLines(SharedData.require("gap/optima.csv"))) {
            String[] row = line.split(",", -1);
            if (row[0].matches("gap[1-6]-[0-4]")) {
                nodes += assertProven(row[0], Sense.MIN, Long.parseLong(row[4]));
                nodes += assertProven(row[0], Sense.MAX, -Long.parseLong(row[5]));
            }
        }
        assertTrue(nodes > 100, "nodes: " + nodes);
    }

    private static int assertProven(String instance, Sense sense, long optimum) {
        PlacementProblem problem = OrLibraryReader.read(SharedData.require("gap/" + instance), sense);
        List<String> lines = new GapProver(problem, optimum).prove();
        Verification verdict = TestProver.verify(problem, lines);
        assertInstanceOf(Verification.Holds.class, verdict, instance + " " + sense + ": " + verdict.message());
        List<String> raised = new ArrayList<>(lines);
        raised.set(0, lines.get(0).replace("\"bound\":" + optimum, "\"bound\":" + (optimum + 1)));
        assertInstanceOf(Verification.Refuted.class, TestProver.verify(problem, raised), instance + " " + sense);
        return lines.size() - 1;
    }
}
