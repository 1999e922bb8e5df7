package dev.twinplace.benchmarks.peers.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.twinplace.benchmarks.peers.contest.Contest;
import dev.twinplace.benchmarks.peers.contest.PeerAnswer;
import dev.twinplace.benchmarks.peers.contest.PeerAnswer.Outcome;
import dev.twinplace.benchmarks.peers.contest.PeerTask;
import dev.twinplace.benchmarks.peers.contest.PeerTaskFile;
import dev.twinplace.model.Coupling;
import dev.twinplace.reports.result.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerPlacementTest {
    private static final Plan PLAN = new Plan(List.of(ProblemSize.TABLE2), List.of(1L, 2L), List.of(10L), 1000);
    private static final String CAPACITY = DrawnProblems.kind(Coupling.CAPACITY, ProblemSize.TABLE2);
    private static final String CONTENTION = DrawnProblems.kind(Coupling.CONTENTION, ProblemSize.TABLE2);
    private static final PeerTask TASK = new PeerTask(CAPACITY, 1, "scip", 10);
    private static final PeerAnswer ANSWER = new PeerAnswer(Outcome.PLACED, 110, 90, 7.5);

    @TempDir
    private Path directory;

    @Test
    void keepsWhatWasAnsweredBeforeALineWasCutOff() throws IOException {
        Path file = directory.resolve("cells.tsv");
        new PeerTaskFile(file).add(TASK, ANSWER);
        Files.writeString(file, "capacity\ttable2\t2\tsc", StandardOpenOption.APPEND);
        PeerTaskFile again = new PeerTaskFile(file);
        assertEquals(ANSWER, again.get(TASK));
        PeerTask other = new PeerTask(CONTENTION, 1, "scip", 10);
        assertFalse(again.has(other));
        again.add(other, PeerAnswer.without(Outcome.STOPPED, Double.POSITIVE_INFINITY));
        assertEquals(Outcome.STOPPED, new PeerTaskFile(file).get(other).outcome());
    }

    /** Every bound is 100 or less, and greedy's costs are 110, in time or not. */
    @Test
    void gapsAreToTheBestBoundAndLateAnswersApart() throws IOException {
        PeerTaskFile answers = new PeerTaskFile(directory.resolve("cells.tsv"));
        for (PeerTask task : PLAN.tasks()) {
            answers.add(
                    task,
                    switch (task.solver()) {
                        case "branch-and-bound" -> new PeerAnswer(Outcome.PLACED, 100, 100, 1);
                        case "greedy" ->
                            new PeerAnswer(Outcome.PLACED, task.seed() == 1 ? 110 : 120, 0, task.seed() == 1 ? 12 : 13);
                        case "choco" -> PeerAnswer.without(Outcome.NOTHING, 10);
                        default -> new PeerAnswer(Outcome.PLACED, 130, 90, 10);
                    });
        }
        List<Object> greedy = row(new GapTables(PLAN, answers).gaps(), "greedy");
        assertEquals(List.of(2L, 1L, 1L, 0L), greedy.subList(4, 8));
        assertEquals(0.1, (double) greedy.get(8), 1e-12);
        assertEquals(0.2, (double) greedy.get(12), 1e-12);
        List<Object> choco = row(new GapTables(PLAN, answers).gaps(), "choco");
        assertEquals(List.of(2L, 0L, 0L, 2L), choco.subList(4, 8));
        assertNull(choco.get(8));
        assertEquals("2 found none", choco.get(14));
        assertEquals(
                2L, row(new GapTables(PLAN, answers).gaps(), "branch-and-bound").get(11));
        assertEquals(100.0, new GapTables(PLAN, answers).bounds().rows().get(0).get(4));
    }

    private static List<Object> row(Table table, String solver) {
        return table.rows().stream()
                .filter(row -> row.get(3).equals(solver))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyAnswerIsAskedForInAProcessOfItsOwnAndWritten() throws Exception {
        PeerTaskFile answers = new PeerTaskFile(directory.resolve("cells.tsv"));
        List<PeerTask> tasks = List.of(
                new PeerTask(CONTENTION, 1, "branch-and-bound", 10_000), new PeerTask(CONTENTION, 1, "scip", 10_000));
        try (Contest contest = new Contest(PlacementWorker.class, List.of(), answers, task -> {})) {
            contest.run(tasks);
        }
        assertEquals(answers.get(tasks.get(0)).cost(), answers.get(tasks.get(1)).cost(), 1e-6);
        List<Object> described =
                Forms.table().rows().stream().map(row -> row.get(0)).toList();
        assertEquals(Plan.SOLVERS, described);
    }
}
