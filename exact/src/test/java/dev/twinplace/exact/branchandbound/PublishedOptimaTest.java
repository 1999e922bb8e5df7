package dev.twinplace.exact.branchandbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.OnThreads;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generalised assignment from the OR-Library, against optima that others proved. */
class PublishedOptimaTest {
    /** Of the table: instance, agents, jobs, best lower bound and best cost known of the minimum, and the maximum. */
    private static List<String[]> table() throws IOException {
        Path optima = SharedData.require("gap/optima.csv");
        return Files.readAllLines(optima).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static PlacementProblem read(String instance, Sense sense) {
        return OrLibraryReader.read(SharedData.require("gap/" + instance), sense);
    }

    @Test
    void gap1ToGap6AreProvenInBothSenses() throws IOException {
        int proven = 0;
        for (String[] row : table()) {
            if (row[0].startsWith("gap")) {
                assertOptimum(-Double.parseDouble(row[5]), row[0], Sense.MAX);
                assertOptimum(Double.parseDouble(row[4]), row[0], Sense.MIN);
                proven++;
            }
        }
        assertEquals(30, proven);
    }

    private static void assertOptimum(double optimum, String instance, Sense sense) {
        for (int threads = 1; threads <= 2; threads++) {
            SolveResult result =
                    OnThreads.of(threads, new BranchAndBoundSolver()).solve(read(instance, sense));
            String what = instance + " " + sense + " by " + threads;
            assertEquals(SolveStatus.OPTIMAL, result.status(), what);
            assertEquals(optimum, result.cost(), what);
            assertEquals(optimum, result.lowerBound(), what);
        }
    }

    /** With little time: all that it finds and proves must be compatible with what is known. */
    @Test
    void largerOnesAreBoundedWithinTheirBudget() throws IOException {
        int bounded = 0;
        for (String[] row : table()) {
            if (!row[0].startsWith("gap")) {
                Budget budget = Budget.ofTime(Duration.ofMillis(300));
                PlacementProblem problem = read(row[0], Sense.MIN);
                SolveResult result =
                        OnThreads.of(2, new BranchAndBoundSolver()).solve(problem, budget, 0, IncumbentListener.NONE);
                assertTrue(result.lowerBound() <= Double.parseDouble(row[4]), row[0] + " " + result);
                assertTrue(result.cost() >= Double.parseDouble(row[3]), row[0] + " " + result);
                bounded++;
            }
        }
        assertTrue(bounded >= 7, "instances: " + bounded);
    }
}
