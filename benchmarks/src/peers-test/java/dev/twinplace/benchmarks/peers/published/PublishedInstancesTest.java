package dev.twinplace.benchmarks.peers.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.benchmarks.peers.contest.PeerAnswer;
import dev.twinplace.benchmarks.peers.contest.PeerAnswer.Outcome;
import dev.twinplace.benchmarks.peers.contest.PeerTask;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PublishedInstancesTest {
    private static final String OPTIMA = "instance,agents,jobs,min_lower_bound,min_best_known,max_optimum\n";

    /** Three jobs on two agents, each agent with room for two; the optimum is 2 + 1 + 4. */
    private static final String TINY = "2 3\n2 3 4\n5 1 6\n1 1 1\n1 1 1\n2 2\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "100, 99.2, OPTIMAL, 0, 0",
        "101, 99.0000001, FEASIBLE, 0.01, 0.01",
        "99, 97, FEASIBLE, -0.01, 0.03",
        "100, 100.5, WRONG, 0, -0.01",
        "97, 96, WRONG, -0.03, 0.04"
    })
    void anAnswerIsJudgedByTheBestKnownValues(
            double cost, double bound, String status, double aboveBest, double belowBest) {
        PublishedInstance instance = new PublishedInstance("d10100", 10, 100, 98, 100);
        PublishedAnswer judged = new PublishedAnswer(instance, new PeerAnswer(Outcome.PLACED, cost, bound, 1));
        assertEquals(status, judged.status());
        assertEquals(aboveBest, judged.aboveBest(), 1e-12);
        assertEquals(belowBest, judged.belowBest(), 1e-12);
    }

    @Test
    void withoutAPlacementTheOutcomeIsTheStatus() {
        PublishedInstance instance = new PublishedInstance("d10100", 10, 100, 98, 100);
        assertEquals("UNKNOWN", new PublishedAnswer(instance, PeerAnswer.without(Outcome.NOTHING, 1)).status());
        assertEquals("STOPPED", new PublishedAnswer(instance, PeerAnswer.without(Outcome.STOPPED, 1)).status());
    }

    @Test
    void aMinuteIsForFewSolversOnHardTypes() {
        PublishedPlan plan = new PublishedPlan(List.of(
                new PublishedInstance("a05100", 5, 100, 1, 1),
                new PublishedInstance("c05100", 5, 100, 1, 1),
                new PublishedInstance("d05050", 5, 50, 1, 1),
                new PublishedInstance("d05100", 5, 100, 1, 1)));
        List<PeerTask> tasks = plan.tasks();
        int solvers = PublishedPlan.SOLVERS.size();
        assertEquals(2 * 2 * solvers + 5, tasks.size());
        assertTrue(tasks.stream()
                .filter(task -> task.budgetMillis() == 60_000)
                .allMatch(task -> task.kind().equals("d05100")));
        assertEquals(
                List.of(new PeerTask("a05100", 1, "auto", 1000)),
                plan.tasks(List.of("auto"), List.of(1000L), List.of("a05100")));
        assertThrows(IllegalArgumentException.class, () -> plan.tasks(null, null, List.of("f05100")));
    }

    @Test
    void everySolverIsDescribed() {
        Table forms = PublishedTables.forms(PublishedPlan.SOLVERS);
        assertEquals(
                PublishedPlan.SOLVERS,
                forms.rows().stream().map(row -> row.get(0)).toList());
    }

    @Test
    void proofsAreNotAskedForAgainAndAMissingSolverIsNamed() throws IOException {
        Path output = directory.resolve("PublishedInstances").resolve("jdk0.json");
        Rows answers = Rows.of(run(output, "branch-and-bound,highs,absent"));
        assertEquals(4, answers.list().size());
        assertEquals(List.of("OPTIMAL"), answers.names(Columns.STATUS));
        assertEquals(7, answers.first().number(Columns.COST));
        for (String solver : answers.names(Columns.SOLVER)) {
            Rows own = answers.where(Columns.SOLVER, solver);
            assertEquals(own.first().number(Columns.MILLIS), own.last().number(Columns.MILLIS), solver);
        }
        assertTrue(ResultFiles.readBenchmark(output).notes().stream()
                .anyMatch(note -> note.startsWith("absent is left out")));
        assertEquals(answers.table(), run(output, "branch-and-bound,highs,absent"));
    }

    private Table run(Path output, String solvers) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("gap"));
        Files.writeString(folder.resolve("optima.csv"), OPTIMA + "gap1-0,5,15,261,261,336\na00003,2,3,7,7,\n");
        Files.writeString(folder.resolve("a00003"), TINY);
        int status = new CommandLine(new PublishedInstances())
                .execute(
                        "--data=" + directory,
                        "--solver=" + solvers,
                        "--seconds=10,1",
                        "--instance=a00003",
                        "--output=" + output);
        assertEquals(0, status);
        return ResultFiles.readBenchmark(output).tables().get(0);
    }

    @Test
    void withoutDataItSaysSo() {
        assertEquals(2, new CommandLine(new PublishedInstances()).execute("--data=" + directory.resolve("absent")));
    }
}
