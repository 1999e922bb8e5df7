package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.Solvers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has no effect on an answer is said on standard error and in the answer. */
class WarningsTest {
    @TempDir
    private Path folder;

    private String capacity;

    @BeforeEach
    void generate() {
        capacity = folder.resolve("capacity.json").toString();
        Run run = Run.of("generate", "--profile", "table2", "--coupling", "capacity", "--output", capacity);
        assertEquals(0, run.status(), run.err());
    }

    private static Run solve(String... arguments) {
        List<String> all = new ArrayList<>(List.of("solve"));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void aCapacityThatTheCouplingIgnores() throws IOException {
        String text = Files.readString(Path.of(capacity))
                .replace("\"coupling\": \"capacity\"", "\"coupling\": \"contention\"");
        String file = Files.writeString(folder.resolve("s.json"), text).toString();
        String warning = "servers[0].capacityMB: has no effect, for the coupling is contention; 2 more servers";
        Run json = solve(file, "--solver", "greedy", "--format", "json");
        assertEquals(0, json.status());
        assertEquals("warning: " + file + ": " + warning + System.lineSeparator(), json.err());
        assertTrue(json.out().contains("\"warnings\":[\"" + warning + "\"]"), json.out());
        assertTrue(solve(file, "--solver", "greedy", "--format", "csv").out().contains(warning));
    }

    @Test
    void aDeviceFarFromEveryServer() throws IOException {
        String text = Files.readString(Path.of(capacity));
        String moved = text.replaceFirst("(\"devices\": \\[\\s*\\{[^}]*\"y\": )[0-9.]+", "$1-1.5E7");
        assertTrue(!moved.equals(text));
        String file = Files.writeString(folder.resolve("s.json"), moved).toString();
        Run run = solve(file, "--solver", "greedy", "--format", "json");
        String warning = "devices[0]: should be within 1000 km of an edge server, but is 15000 km away";
        assertTrue(run.err().matches("warning: .*s.json: devices\\[0\\]: .* is 1500[01] km away\\R"), run.err());
        assertTrue(run.out().contains(warning.substring(0, 60)), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--seed, 3, greedy, branch-and-bound",
        "--seed, 3, ddl-price, local-search",
        "--threads, 2, local-search, random",
        "--polish, none, random, greedy",
    })
    void anOptionWithoutEffect(String option, String value, String solver, String other) {
        Run run = solve(capacity, "--solver", solver, option, value, "--format", "json");
        assertEquals(0, run.status(), run.err());
        String warning = option + ": has no effect on " + solver;
        assertEquals("warning: " + warning + System.lineSeparator(), run.err());
        assertTrue(run.out().contains("\"warnings\":[\"" + warning + "\"]"), run.out());
        Run compared = Run.of("compare", capacity, "--solver", solver + "," + other, option, value);
        assertEquals(
                "warning: " + option + ": has no effect on " + solver + ", " + other + System.lineSeparator(),
                compared.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--seed, 3, random",
        "--seed, 3, cp-sat",
        "--seed, 3, ddl-price:polish=iterated",
        "--threads, 2, branch-and-bound",
        "--threads, 2, enumeration",
        "--polish, none, ddl-price"
    })
    void anOptionWithEffect(String option, String value, String solver) {
        Run solved = solve(capacity, "--solver", solver, option, value, "--budget", "50ms");
        assertEquals("", solved.err());
        Run compared = Run.of("compare", capacity, "--solver", "greedy," + solver, option, value, "--budget", "50ms");
        assertEquals("", compared.err());
    }

    /** Options within the name count as that solver's, and answers name what decided. */
    @Test
    void aSolverWithOptionsIsStillThatSolver() {
        Run apart = solve(capacity, "--solver", "ddl-price", "--polish", "none", "--format", "json");
        Run within = solve(capacity, "--solver", "ddl-price:polish=none", "--format", "json");
        Run over = solve(capacity, "--solver", "ddl-price:polish=local-search", "--polish", "none", "--format", "json");
        for (Run run : List.of(apart, within, over)) {
            assertEquals("", run.err());
            assertTrue(run.out().contains("\"solver\":\"ddl-price:polish=none\""), run::out);
        }
        Run byDefault = solve(capacity, "--solver", "ddl-price", "--polish", "local-search", "--format", "json");
        assertTrue(byDefault.out().contains("\"solver\":\"ddl-price\""), byDefault::out);
        Run compared = Run.of("compare", capacity, "--solver", "ddl-price:polish=none,greedy", "--budget", "50ms");
        assertEquals("", compared.err());
        assertTrue(compared.out().contains("ddl-price:polish=none"), compared::out);
    }

    @Test
    void onlySolversThatExistHaveTraits() {
        List<String> ids = Solvers.all().stream().map(SolverEntry::id).toList();
        for (Set<String> named : List.of(SolverTraits.RANDOMISED, SolverTraits.PARALLEL)) {
            assertTrue(ids.containsAll(named), named::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--solver greedy --model m, '--model: must be used with a learned solver, but greedy takes none'",
        "--solver greedy --sense max, '--sense: must be used with --input orlib-gap'",
        "--solver greedy --sense min, '--sense: must be used with --input orlib-gap'",
    })
    void anOptionThatCannotBeMeant(String options, String complaint) {
        List<String> arguments = new ArrayList<>(List.of("solve", capacity));
        arguments.addAll(List.of(options.split(" ")));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertEquals(2, run.status());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("twinplace: " + complaint), run.err());
    }

    @Test
    void importRefusesTwoColumnsForOneThing() throws IOException {
        Path sites = Files.writeString(folder.resolve("sites.csv"), "id,lat,lon\na,1,2\n");
        Path devices = Files.writeString(folder.resolve("devices.csv"), "id,lat,latitude,lon\nd,1,1,2\n");
        Run run = importDevices(sites, devices);
        assertEquals(2, run.status());
        assertEquals(
                "twinplace: " + devices + ": line 1: lat: must be one column, but is lat and latitude",
                run.err().strip());
    }

    @Test
    void importWarnsOfADeviceOnAnotherContinent() throws IOException {
        Path sites = Files.writeString(folder.resolve("sites.csv"), "id,lat,lon\na,-37.8,145\n");
        Path devices = Files.writeString(folder.resolve("devices.csv"), "id,lat,lon\nd,37.8,145\ne,-37.9,145\n");
        Run run = importDevices(sites, devices);
        assertEquals(0, run.status(), run.err());
        assertEquals(
                "warning: standard output: devices[0]: should be within 1000 km of an edge server, but is 8406 km away",
                run.err()
                        .lines()
                        .filter(line -> !line.startsWith("drawn by seed"))
                        .collect(Collectors.joining("\n")));
    }

    private static Run importDevices(Path sites, Path devices) {
        return Run.of(
                "import",
                "--sites",
                sites.toString(),
                "--devices",
                devices.toString(),
                "--twins",
                "1",
                "--coupling",
                "independent",
                "--output",
                "-");
    }
}
