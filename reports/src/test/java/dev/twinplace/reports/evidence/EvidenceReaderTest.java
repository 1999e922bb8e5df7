package dev.twinplace.reports.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.io.Sha256;
import dev.twinplace.reports.evidence.Flaw.Kind;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceReaderTest {
    private static final List<String> EXPECTED =
            Experiments.all().stream().map(Experiment::name).toList();

    @TempDir
    private Path directory;

    private Path results;
    private Path benchmarks;

    @BeforeEach
    void write() {
        results = directory.resolve("results");
        benchmarks = directory.resolve("benchmarks");
        MadeResults.write(results, benchmarks);
    }

    private Evidence read() {
        return EvidenceReader.read(results, benchmarks, EXPECTED);
    }

    private Flaw onlyFlaw() {
        List<Flaw> flaws = read().flaws();
        assertEquals(1, flaws.size(), flaws::toString);
        return flaws.get(0);
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = results.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), file);
        Files.writeString(path, text.replace(from, to));
    }

    @Test
    void wholeResultsHaveNoFlaw() {
        Evidence evidence = read();
        assertEquals(List.of(), evidence.flaws());
        assertEquals(EXPECTED.size(), evidence.experiments().size());
        assertEquals("DecisionLatency", evidence.benchmarks().get(0).benchmark());
    }

    @Test
    void rowsOfAnotherRunAreAFlawAndAbsentOnesAreNone() throws IOException {
        Path file = results.resolve("gap.csv");
        Files.writeString(file, "size\r\n");
        Flaw flaw = onlyFlaw();
        assertEquals(Flaw.Kind.DAMAGED, flaw.kind());
        assertTrue(flaw.message().endsWith("gap.csv is not the one that the result names"), flaw::message);
        assertEquals("./twinplace experiment gap", flaw.remedy());
        change("gap.json", "0".repeat(64), Sha256.of(file));
        assertEquals(List.of(), read().flaws());
    }

    @Test
    void aMissingFileNamesTheCommandThatMakesIt() throws IOException {
        Files.delete(results.resolve("gap.json"));
        Flaw flaw = onlyFlaw();
        assertEquals(Kind.MISSING, flaw.kind());
        assertEquals("./twinplace experiment gap", flaw.remedy());
    }

    @Test
    void whereNothingWasMeasuredEverythingIsMissing() {
        Evidence evidence = EvidenceReader.read(directory.resolve("none"), directory.resolve("nothing"), EXPECTED);
        assertEquals(EXPECTED.size() + 1, evidence.flaws().size());
        assertTrue(evidence.flaws().stream().allMatch(flaw -> flaw.kind() == Kind.MISSING));
    }

    @Test
    void aDamagedFileIsNamedAndTheOthersAreRead() throws IOException {
        change("pareto.json", "\"seconds\"", "\"minutes\"");
        Flaw flaw = onlyFlaw();
        assertEquals(Kind.DAMAGED, flaw.kind());
        assertTrue(flaw.message().contains("pareto.json") && flaw.message().contains("seconds"), flaw::message);
        assertEquals(EXPECTED.size() - 1, read().experiments().size());
    }

    @Test
    void aCutFileIsDamaged() throws IOException {
        String text = Files.readString(results.resolve("alpha.json"));
        Files.writeString(results.resolve("alpha.json"), text.substring(0, text.length() / 2));
        assertEquals(Kind.DAMAGED, onlyFlaw().kind());
    }

    @Test
    void anotherFormatIsDamaged() throws IOException {
        change("gap.json", "twinplace/experiment/1", "twinplace/experiment/0");
        assertTrue(onlyFlaw().message().contains("format"), onlyFlaw()::message);
    }

    @Test
    void theResultOfAnotherExperimentIsDamaged() throws IOException {
        Files.copy(results.resolve("gap.json"), results.resolve("pareto.json"), StandardCopyOption.REPLACE_EXISTING);
        assertTrue(onlyFlaw().message().contains("must be \"pareto\""), onlyFlaw()::message);
    }

    @Test
    void aResultOfAnotherCommitIsNoFlaw() throws IOException {
        change("scaling.json", MadeResults.COMMIT, "fedcba9876543210fedcba9876543210fedcba98");
        assertEquals(List.of(), read().flaws());
    }

    @Test
    void aResultOfAnUnknownCommitIsOne() throws IOException {
        change("scaling.json", "\"commit\": \"" + MadeResults.COMMIT + "\"", "\"commit\": null");
        Flaw flaw = onlyFlaw();
        assertEquals(Kind.STALE, flaw.kind());
        assertEquals("scaling", flaw.subject());
    }

    @Test
    void theShortFormIsSaidToBeOne() throws IOException {
        change("alpha.json", "\"quick\": false", "\"quick\": true");
        assertEquals(Kind.QUICK, onlyFlaw().kind());
    }

    @Test
    void aFileOfNoExperimentIsNotIgnored() throws IOException {
        Files.copy(results.resolve("gap.json"), results.resolve("gaps.json"));
        assertEquals("gaps", onlyFlaw().subject());
    }

    @Test
    void aDamagedBenchmarkIsNamed() throws IOException {
        Path file = benchmarks.resolve("DecisionLatency").resolve("jdk17.json");
        Files.writeString(file, Files.readString(file).replace("\"date\"", "\"day\""));
        List<Flaw> flaws = read().flaws();
        assertTrue(flaws.get(0).message().contains("jdk17.json"), flaws::toString);
    }
}
