package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as its user meets it: arguments in; output, one line of complaint and an exit status out. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"independent", "capacity", "contention"})
    void solvesWhatItGenerated(String coupling) {
        String file = generate(coupling);
        Run run = Run.of("solve", file, "--solver", "local-search");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().startsWith("table2-1: 15 twins with 120 devices on 4 servers, coupling " + coupling));
        assertEquals(
                15, run.out().lines().filter(line -> line.startsWith(" twin-")).count(), run.out());
        assertEquals("", run.err());
    }

    @Test
    void provesTheOptimumOfTheIndependentCoupling() {
        Run run = Run.of("solve", generate("independent"), "--solver", "decomposition");
        assertEquals(0, run.status());
        assertTrue(run.out().contains("gap          0.000 %"), run.out());
        assertTrue(run.out().contains("status       OPTIMAL by decomposition"), run.out());
    }

    @Test
    void generatesTheSameFileForTheSameSeed() throws IOException {
        Path first = Path.of(generate("capacity"));
        byte[] before = Files.readAllBytes(first);
        Path second = Path.of(generate("capacity"));
        assertEquals(first, second);
        assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(second)));
    }

    @Test
    void severalScenariosAreNumbered() throws IOException {
        Run run = Run.of(
                "generate",
                "--profile",
                "clustered",
                "--coupling",
                "contention",
                "--count",
                "3",
                "--seed",
                "7",
                "--output",
                folder.resolve("x.json").toString());
        assertEquals(0, run.status(), run.err());
        try (var files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(List.of("x-0001.json", "x-0002.json", "x-0003.json"), names);
        }
        assertTrue(Files.readString(folder.resolve("x-0003.json")).contains("\"clustered-9\""));
    }

    @Test
    void writesAndReadsStandardStreams() {
        Run run = Run.of("generate", "--profile", "table2", "--coupling", "capacity", "--output", "-");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("\"format\": \"twinplace/scenario/1\""), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "solve, Missing required parameter: 'FILE'",
        "solve --solver best f.json, --solver: must be one of",
        "solve --threads 0 f.json, --threads: must be at least 1 but was 0",
        "solve --budget 10 f.json, must be a number with a unit",
        "solve no-such-file.json, no-such-file.json",
        "solve --format xml f.json, Invalid value for option '--format'",
        "generate --profile table2 --coupling none --output x, Invalid value for option '--coupling'",
        "generate --profile table2 --coupling capacity --twins 0 --output -, --twins: must be >= 1 but was 0",
        "generate --profile table2 --coupling capacity --alpha NaN --output -, --alpha: must be in [0; 1] but was NaN",
        "generate --profile table2 --coupling capacity --count 2 --output -, --count: must be 1 for standard output",
        "generate --profile table2 --coupling capacity --count 0 --output -, --count: must be >= 1 but was 0",
        "compare --instances 0, --instances: must be >= 1 but was 0",
        "compare --profile table2 x.json, --profile: must not be given with files",
        "compare no-such-file.json, no-such-file.json",
        "compare --sense max, --sense: must be used with --input orlib-gap",
        "compare --input orlib-gap, --input: must be given with files",
        "compare --edges 2, --edges: must be given with --twins",
        "export --format onnx --output x --sense max m, --sense: must not be given for onnx",
        "export --format lp --sense max s.json, --sense: must be used with --input orlib-gap",
        "compare --format xml, Invalid value for option '--format'",
        "compare --solver best, --solver: must be one of",
        "frobnicate, frobnicate",
        "'', a subcommand is missing",
    })
    void badUsageIsOneLineAndStatus2(String arguments, String complaint) {
        Run run = arguments.isEmpty() ? Run.of() : Run.of(arguments.split(" "));
        assertEquals(2, run.status(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("twinplace: "), run.err());
        assertTrue(run.err().replace(",", "").replace("[0 1]", "[0; 1]").contains(complaint), run.err());
    }

    @Test
    void aBadFileDoesNotKeepTheOthersFromBeingSolved() {
        Run run = Run.of("solve", "absent.json", generate("capacity"), "--format", "json");
        assertEquals(2, run.status());
        List<String> lines = run.out().lines().toList();
        assertEquals(2, lines.size(), run.out());
        assertTrue(lines.get(0).contains("\"error\":\"absent.json: "), run.out());
        assertTrue(lines.get(1).contains("\"status\":\""), run.out());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void enumerationSaysWhatItRefuses() {
        Run run = Run.of("solve", generate("capacity", "--twins", "30"), "--solver", "enumeration");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("4^30 = 1.2e+18 placements"), run.err());
    }

    @Test
    void cpSatStatesItsResolution() {
        String file = generate("contention");
        Run json = Run.of("solve", file, "--solver", "cp-sat", "--format", "json");
        assertEquals(0, json.status(), json.err());
        assertTrue(json.out().contains("\"status\":\"OPTIMAL\""), json.out());
        assertTrue(json.out().matches("(?s).*\"resolution\":[0-9.]+E-1[0-9],.*"), json.out());
        Run table = Run.of("solve", file, "--solver", "cp-sat");
        assertTrue(table.out().contains("resolution   costs to within "), table.out());
        assertFalse(Run.of("solve", file, "--solver", "greedy").out().contains("resolution"));
    }

    @Test
    void statusTellsInfeasibleFromUnanswered() throws IOException {
        String text = Files.readString(Path.of(generate("capacity")));
        Path tight = folder.resolve("tight.json");
        String withoutCloud = text.replaceAll(",\\s*\\{\"id\": \"cloud\"[^}]*\\}", "");
        Files.writeString(tight, withoutCloud);
        Run unanswered = Run.of("solve", tight.toString(), "--solver", "random", "--format", "json");
        assertEquals(4, unanswered.status(), unanswered.out());
        assertTrue(unanswered.out().contains("\"placement\":null"), unanswered.out());
        Files.writeString(tight, withoutCloud.replaceAll("\"capacityMB\": [0-9.]+", "\"capacityMB\": 1.0"));
        Run infeasible = Run.of("solve", tight.toString(), "--solver", "decomposition", "--format", "json");
        assertEquals(3, infeasible.status(), infeasible.out());
    }

    @Test
    void helpIsCompleteAndNamesEveryOptionOnce() {
        for (String command : List.of("generate", "import", "solve", "batch", "compare")) {
            Run run = Run.of(command, "--help");
            assertEquals(0, run.status());
            assertTrue(run.out().startsWith("Usage: twinplace " + command), run.out());
            assertFalse(run.out().contains("${"), run.out());
            assertTrue(run.out().lines().allMatch(line -> line.length() <= 80), run.out());
        }
        assertTrue(Run.of("solve", "--help").out().contains("decomposition"));
        assertTrue(Run.of("--help").out().contains("Exit status:"));
    }

    @Test
    void comparesOnAScenarioFileAndMarksWhatIsBestForSomeTime() {
        String file = generate("independent");
        Run run = Run.of("compare", file, "--solver", "decomposition,random,cloud-only");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().startsWith(file), run.out());
        String row = run.out()
                .lines()
                .filter(line -> line.strip().startsWith("decomposition"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.strip().endsWith("*"), run.out());
    }

    @Test
    void aCompletionScriptCanBeGenerated() {
        Run run = Run.of("generate-completion");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("complete -F _complete_twinplace"), run.out());
    }

    private String generate(String coupling, String... more) {
        String file = folder.resolve(coupling + ".json").toString();
        List<String> arguments = new java.util.ArrayList<>(
                List.of("generate", "--profile", "table2", "--coupling", coupling, "--output", file));
        arguments.addAll(List.of(more));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertEquals(0, run.status(), run.err());
        return file;
    }
}
