package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.Sha256;
import dev.twinplace.reports.result.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private Run train(String name, String... more) {
        return train(10, name, more);
    }

    private Run train(int validation, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", "--policy", "ddl-paper", "--output"));
        arguments.add(folder.resolve(name).toString());
        arguments.addAll(List.of("--members", "3", "--database", "32", "--batch", "8"));
        arguments.addAll(List.of("--validation", Integer.toString(validation)));
        arguments.addAll(List.of("--twins", "5", "--devices", "30", "--seed", "4"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void trainsJudgesAndSaves() {
        Run run = train("m", "--iterations", "12");
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("ddl-paper after 12 iterations: "), run.out());
        assertTrue(run.out().contains("10 of 10 answered"), run.out());
        assertTrue(run.out().matches("(?s).*convergence rate +9\\d\\.\\d{3} %.*"), run.out());
        assertTrue(Files.exists(file("m")) && Files.exists(file("m.checkpoint")));
    }

    @Test
    void printsOneObjectForPrograms() {
        Run run = train("m", "--iterations", "2", "--format", "json", "--coupling", "contention");
        assertEquals(0, run.status(), run.err());
        assertEquals(1, run.out().lines().count());
        assertTrue(run.out().startsWith("{\"format\":\"twinplace/training/1\",\"policy\":\"ddl-paper\""), run.out());
        assertTrue(run.out().contains("\"iterations\":2,\"loss\":"), run.out());
        assertTrue(run.out().contains("\"scenarios\":10,\"answered\":10,\"meanGap\":0."), run.out());
        assertTrue(run.out().contains("\"unanimity\":"), run.out());
    }

    @Test
    void theCardOfAModelIsBesideIt() throws IOException {
        Run run = train(256, "m", "--iterations", "3", "--coupling", "capacity");
        assertEquals(0, run.status(), run.err());
        String card = Files.readString(file("m.card.md"));
        assertTrue(card.contains("| SHA-256 | `" + Sha256.of(file("m")) + "` |"), card);
        assertTrue(
                card.contains("`./twinplace train --policy ddl-paper --members 3 --learning-rate 0.001 --database 32"
                        + " --batch 8 --seed 4 --profile table2 --coupling capacity --alpha 0.5 --twins 5 --devices 30"
                        + " --edges 3 --iterations 3 --output m`"),
                card);
        assertTrue(card.contains("| scenarios | 35: 32 that fill"), card);
        assertTrue(card.contains(" room for 75 % of the workload"), card);
        assertFalse(card.contains("${"), card);
        Run again = Run.of("export", file("m").toString(), "--format", "card");
        assertEquals(card, again.out(), "256 scenarios of its environment, as the training validates");
    }

    @Test
    void theCardHasTheFiguresThatArePrinted() throws IOException {
        Run run = train("m", "--iterations", "2", "--format", "json");
        Matcher hits =
                Pattern.compile("\"answered\":(\\d+).*\"hitRate\":([^,]+)").matcher(run.out());
        assertTrue(hits.find(), run.out());
        String percent = Numbers.percent(Double.parseDouble(hits.group(2))).replace('\u00a0', ' ');
        String row =
                "(?s).*\\| `ddl-paper` \\| " + hits.group(1) + " of 10 \\| [^|]+ \\| [^|]+ \\| " + percent + " \\|.*";
        String card = Files.readString(file("m.card.md"));
        assertTrue(card.matches(row), card);
    }

    @Test
    void resumedTrainingEndsInTheSameFiles() throws IOException {
        assertEquals(0, train("whole", "--iterations", "30", "--threads", "2").status());
        assertEquals(0, train("parts", "--iterations", "17", "--threads", "1").status());
        Run resumed = train("parts", "--iterations", "30", "--threads", "3", "--resume");
        assertEquals(0, resumed.status(), resumed.err());
        assertEquals(-1, Files.mismatch(file("whole"), file("parts")));
        assertEquals(-1, Files.mismatch(file("whole.checkpoint"), file("parts.checkpoint")));
    }

    @Test
    void resumingWithoutCheckpointBegins() throws IOException {
        assertEquals(0, train("a", "--iterations", "3").status());
        assertEquals(0, train("b", "--iterations", "3", "--resume").status());
        assertEquals(-1, Files.mismatch(file("a"), file("b")));
    }

    @Test
    void resumingWhatHasEndedWritesTheSameModel() throws IOException {
        train("a", "--iterations", "3");
        Files.move(file("a"), file("before"));
        Run run = train("a", "--iterations", "3", "--resume");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("loss                 -"), run.out());
        assertEquals(-1, Files.mismatch(file("before"), file("a")));
    }

    @Test
    void aCheckpointOfOtherOptionsIsRefusedInOneLine() throws IOException {
        train("a", "--iterations", "3");
        byte[] before = Files.readAllBytes(file("a.checkpoint"));
        Run run = train("a", "--iterations", "3", "--resume", "--learning-rate", "0.5");
        assertEquals(2, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(
                run.err().contains("a.checkpoint: learning-rate: must be 0.5 as asked for now, but was 0.001"),
                run.err());
        Run beyond = train("a", "--iterations", "2", "--resume");
        assertTrue(beyond.err().contains("iterations: must be at most 2"), beyond.err());
        assertFalse(Arrays.mismatch(before, Files.readAllBytes(file("a.checkpoint"))) >= 0);
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        train("a", "--iterations", "3");
        byte[] bytes = Files.readAllBytes(file("a.checkpoint"));
        bytes[bytes.length - 5] ^= 1;
        Files.write(file("a.checkpoint"), bytes);
        Run run = train("a", "--iterations", "5", "--resume");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("the file is damaged"), run.err());
    }

    @Test
    void divergenceLeavesTheLastGoodCheckpoint() {
        Run run = train("a", "--iterations", "50", "--learning-rate", "1e30");
        assertEquals(2, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("training diverged in iteration "), run.err());
        assertFalse(Files.exists(file("a")), "no model");
        assertTrue(Files.exists(file("a.checkpoint")));
    }

    @Test
    void theModelDecides() {
        train("m", "--iterations", "5");
        String scenario = file("s.json").toString();
        Run.of(
                "generate",
                "--profile",
                "table2",
                "--coupling",
                "capacity",
                "--twins",
                "5",
                "--devices",
                "30",
                "--output",
                scenario);
        String model = file("m").toString();
        Run run = Run.of("solve", scenario, "--solver", "ddl-paper", "--model", model, "--format", "json");
        assertTrue(run.status() == 0 || run.status() == 4, run.err());
        assertTrue(run.out().contains("\"solver\":\"ddl-paper\""), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--members 0, --members: must be in [1; 10000] but was 0",
        "--iterations 0, --iterations: must be >= 1 but was 0",
        "--threads 0, --threads: must be at least 1 but was 0",
        "--validation 0, --validation: must be >= 1 but was 0",
        "--learning-rate -1, --learning-rate: must be > 0 but was -1.0",
        "--alpha 2, --alpha: must be in [0; 1] but was 2.0",
        "--members 9999, --members: must be so few",
        "--output -, --output: must be a file",
        "--policy none, Invalid value for option '--policy'",
    })
    void badOptionsAreOneLine(String options, String complaint) {
        List<String> arguments = new ArrayList<>(List.of("train"));
        if (!options.startsWith("--policy")) {
            arguments.addAll(List.of("--policy", "ddl-paper"));
        }
        if (!options.startsWith("--output")) {
            arguments.addAll(List.of("--output", file("x").toString()));
        }
        arguments.addAll(List.of(options.split(" ")));
        Run run = Run.of(arguments.toArray(String[]::new));
        assertEquals(2, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        String message = run.err()
                .replace("[1, 10000]", "[1; 10000]")
                .replace("[0, 1]", "[0; 1]")
                .replace(",", "");
        assertTrue(message.contains(complaint), message);
    }
}
