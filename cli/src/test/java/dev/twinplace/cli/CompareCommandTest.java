package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare} on several files, of which some have no answer. */
class CompareCommandTest {
    private static final String END_OF_CLOUD = "\"computeMilliJoulePerGigaInstruction\": 0.1}";

    @TempDir
    private Path folder;

    private String good;
    private String other;
    private String infeasible;
    private String damaged;

    @BeforeEach
    void writeFiles() throws IOException {
        good = generate("good.json", 1);
        other = generate("other.json", 2);
        String scenario = Files.readString(Path.of(good));
        infeasible = write(
                "infeasible.json",
                withCloudCapacity(scenario, "1").replaceAll("\"capacityMB\": [0-9.]+", "\"capacityMB\": 1"));
        damaged = write("damaged.json", scenario.substring(0, scenario.length() / 2));
    }

    private String generate(String name, int seed) {
        String file = folder.resolve(name).toString();
        Run run = Run.of(
                "generate", "--profile", "table2", "--coupling", "capacity", "--seed", "" + seed, "--output", file);
        assertEquals(0, run.status(), run.err());
        return file;
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String withCloudCapacity(String scenario, String capacity) {
        assertTrue(scenario.contains(END_OF_CLOUD), scenario);
        return scenario.replace(END_OF_CLOUD, END_OF_CLOUD.replace("}", ", \"capacityMB\": " + capacity + "}"));
    }

    private static Run compare(String solvers, String... files) {
        List<String> arguments = new ArrayList<>(List.of("compare", "--solver", solvers));
        arguments.addAll(List.of(files));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void anInfeasibleAndADamagedFileAreOneLineEachAndTheOthersAreCompared() {
        Run run = compare("greedy", good, infeasible, damaged, other);
        assertEquals(2, run.status(), run.err());
        List<String> lines = run.err().lines().toList();
        assertEquals(2, lines.size(), run.err());
        assertEquals(
                "twinplace: " + infeasible
                        + ": infeasible: branch-and-bound proves that no placement is within the capacities",
                lines.get(0));
        assertTrue(lines.get(1).startsWith("twinplace: " + damaged + ":"), lines.get(1));
        List<String> titles =
                run.out().lines().filter(line -> line.endsWith(".json")).toList();
        assertEquals(List.of(good, other), titles, run.out());
        assertEquals(
                2, run.out().lines().filter(line -> line.contains("greedy")).count(), run.out());
    }

    @ParameterizedTest
    @CsvSource({"good infeasible, 3", "infeasible good, 3", "infeasible damaged good, 2", "good other, 0"})
    void theStatusIsTheWorstOfTheFiles(String names, int status) {
        String[] files = names.split(" ");
        for (int i = 0; i < files.length; i++) {
            files[i] = folder.resolve(files[i] + ".json").toString();
        }
        assertEquals(status, compare("greedy", files).status());
    }

    /** Proven feasible, but not by the solvers that were asked. */
    @Test
    void whereNoSolverFindsAPlacementThatIsSaidAndTheOthersAreCompared() throws IOException {
        String tight = write("tight.json", withCloudCapacity(Files.readString(Path.of(good)), "2000"));
        Run run = compare("cloud-only", tight, good);
        assertEquals(4, run.status(), run.err());
        assertEquals(
                List.of("twinplace: " + tight + ": no solver found a placement in its budget"),
                run.err().lines().toList());
        assertTrue(run.out().contains("0/1") && run.out().contains("1/1"), run.out());
        assertFalse(run.out().contains("NaN"), run.out());
        assertEquals(0, compare("cloud-only,greedy", tight, good).status(), "one that answers is enough");
    }

    @Test
    void aBudgetThatIsTooShortForEverySolverIsNoBug() {
        Run run = Run.of("compare", "--budget", "0s", "--solver", "enumeration", good);
        assertEquals(4, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
