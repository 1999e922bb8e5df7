package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.twinplace.ddl.price.PriceModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
                "twinplace: " + infeasible + ": infeasible: auto proves that no placement is feasible", lines.get(0));
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
        List<String> rows =
                run.out().lines().filter(line -> line.contains("cloud-only")).toList();
        assertEquals(3, rows.size(), run.out());
        assertTrue(rows.get(0).matches(" cloud-only +- .*"), run.out());
        assertEquals(" cloud-only answered 0 of 1", rows.get(1));
        assertTrue(rows.get(2).matches(" cloud-only +[0-9.]+ % .*"), run.out());
        assertFalse(run.out().contains("NaN"), run.out());
        assertEquals(0, compare("cloud-only,greedy", tight, good).status(), "one that answers is enough");
    }

    @Test
    void aBudgetThatIsTooShortForEverySolverIsNoBug() {
        Run run = Run.of("compare", "--budget", "0s", "--solver", "enumeration", good);
        assertEquals(4, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void jsonHasALineForEverySolverAndForEveryFileThatFails() {
        Run run = compare("greedy,branch-and-bound", good, damaged, infeasible, "--format", "json");
        assertEquals(2, run.status(), run.err());
        List<JsonNode> lines =
                run.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertEquals(4, lines.size(), run.out());
        assertEquals("greedy", lines.get(0).get("solver").stringValue());
        assertEquals(good, lines.get(0).get("problems").stringValue());
        JsonNode exact = lines.get(1);
        assertEquals("branch-and-bound", exact.get("solver").stringValue());
        assertEquals(0.0, exact.get("worstGap").doubleValue());
        assertEquals(1.0, exact.get("hitRate").doubleValue());
        assertEquals(1, exact.get("answered").intValue());
        assertEquals(15, exact.get("twins").intValue());
        assertEquals(4, exact.get("servers").intValue());
        assertTrue(exact.get("medianMicros").doubleValue() > 0);
        assertTrue(
                exact.get("medianMicros").doubleValue()
                        <= exact.get("p99Micros").doubleValue(),
                run.out());
        assertTrue(lines.get(2).get("error").stringValue().startsWith(damaged + ":"), run.out());
        assertTrue(lines.get(3).get("error").stringValue().contains("infeasible"), run.out());
        for (JsonNode line : lines) {
            assertEquals("twinplace/comparison/1", line.get("format").stringValue());
        }
    }

    @Test
    void csvHasARowForEveryProblemAndSolver() throws IOException {
        Run run = compare("greedy,branch-and-bound", good, damaged, other, "--format", "csv", "--per-problem");
        assertEquals(2, run.status(), run.err());
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(run.out())) {
            rows = reader.stream().toList();
        }
        assertEquals(
                List.of(good, good, damaged, other, other),
                rows.stream().map(row -> row.getField("problems")).toList());
        assertEquals("greedy", rows.get(0).getField("solver"));
        assertEquals("15", rows.get(0).getField("twins"));
        assertEquals("4", rows.get(0).getField("servers"));
        assertEquals("", rows.get(0).getField("seed"));
        assertTrue(rows.get(2).getField("error").startsWith(damaged), run.out());
        NamedCsvRecord exact = rows.get(4);
        assertEquals("OPTIMAL", exact.getField("status"));
        assertEquals(exact.getField("reference"), exact.getField("cost"));
        double gap = Double.parseDouble(rows.get(3).getField("cost")) / Double.parseDouble(exact.getField("cost")) - 1;
        assertEquals(gap, Double.parseDouble(rows.get(3).getField("gap")), 1e-9);
    }

    @Test
    void theTableOfAllSolversFitsInto80Columns() {
        Run run = Run.of("compare", "--coupling", "capacity", "--twins", "15", "--instances", "1");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("ddl-paper answered 0 of 1"), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run.out());
    }

    @Test
    void drawnProblemsAreRowsBySeed() {
        Run table = Run.of(
                "compare",
                "--coupling",
                "independent",
                "--twins",
                "4,5",
                "--instances",
                "2",
                "--seed",
                "7",
                "--solver",
                "decomposition",
                "--per-problem");
        assertEquals(0, table.status(), table.err());
        List<String> rows =
                table.out().lines().filter(line -> line.contains("OPTIMAL")).toList();
        assertEquals(4, rows.size(), table.out());
        assertTrue(rows.get(0).matches(" +4 +4 +7 +decomposition +OPTIMAL.*"), table.out());
        assertTrue(rows.get(3).matches(" +5 +4 +8 +decomposition +OPTIMAL.*"), table.out());
        assertTrue(table.out().lines().allMatch(line -> line.length() <= 80), table.out());
    }

    @Test
    void everySizeIsScoredByItself() {
        Run run = Run.of(
                "compare",
                "--coupling",
                "capacity",
                "--twins",
                "4,15",
                "--edges",
                "2,3",
                "--instances",
                "2",
                "--solver",
                "greedy,best-fixed",
                "--format",
                "csv");
        assertEquals(0, run.status(), run.err());
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(run.out())) {
            assertEquals(
                    List.of("4 3", "4 3", "15 3", "15 3", "4 4", "4 4", "15 4", "15 4"),
                    reader.stream()
                            .map(row -> row.getField("twins") + " " + row.getField("servers"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void orLibraryInstancesAreComparedInTheirSense() throws IOException {
        String gap = write("gap", "2 2\n 3 6\n 4 5\n 1 1\n 1 1\n 2 2\n");
        for (String sense : List.of("min", "max")) {
            Run run = compare(
                    "branch-and-bound",
                    gap,
                    "--input",
                    "orlib-gap",
                    "--sense",
                    sense,
                    "--per-problem",
                    "--format",
                    "json");
            assertEquals(0, run.status(), run.err());
            JsonNode row = JsonMapper.shared().readTree(run.out());
            double optimum = sense.equals("min") ? 8 : 10;
            assertEquals(optimum, row.get("cost").doubleValue());
            assertEquals(optimum, row.get("reference").doubleValue());
            assertEquals(0.0, row.get("gap").doubleValue());
        }
    }

    @Test
    void aSolverThatCannotTakeAProblemIsSaidToBeLeftOut() {
        Run one = compare("ddl-paper,greedy", large());
        assertEquals(0, one.status(), one.err());
        assertTrue(one.err().contains("ddl-paper cannot take every problem and is left out"), one.err());
        assertFalse(one.out().contains("ddl-paper"), one.out());
        Run none = compare("ddl-paper", large());
        assertEquals(2, none.status());
        assertTrue(none.err().contains("none of these solvers can take every problem"), none.err());
        assertEquals(1, none.err().lines().count(), none.err());
    }

    private String large() {
        String file = folder.resolve("large.json").toString();
        Run run = Run.of(
                "generate", "--profile", "table2", "--coupling", "independent", "--twins", "30", "--output", file);
        assertEquals(0, run.status(), run.err());
        return file;
    }

    @Test
    void aModelIsUsedByItsSolver() throws IOException {
        String model = folder.resolve("pair.safetensors").toString();
        try (InputStream shipped = PriceModel.class.getResourceAsStream("ddl-price.safetensors")) {
            Files.copy(shipped, Path.of(model));
        }
        Run run = compare("ddl-price,ddl-paper", good, "--model", model);
        assertEquals(0, run.status(), run.err());
        Run unused = compare("greedy", good, "--model", model);
        assertEquals(2, unused.status());
        assertEquals(
                "twinplace: --model: must be used with --solver ddl-price, whose model it is (see twinplace compare --help)",
                unused.err().strip());
        Run noModel = compare("ddl-price", good, "--model", good);
        assertEquals(2, noModel.status());
        assertEquals(1, noModel.err().lines().count(), noModel.err());
    }
}
