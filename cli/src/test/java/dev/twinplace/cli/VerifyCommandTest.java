package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.exact.certificate.ProblemHash;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    private Path instance;

    /** Two agents, two jobs; minimum 3 + 5, maximum 4 + 6. */
    @BeforeEach
    void writeInstance() throws IOException {
        instance = Files.writeString(folder.resolve("gap"), "2 2\n 3 6\n 4 5\n 1 1\n 1 1\n 2 2\n");
    }

    private Path certificate(PlacementProblem problem, String placement, int cost, int bound) throws IOException {
        String header = "{\"format\":\"twinplace/certificate/1\",\"problem\":\"" + ProblemHash.of(problem)
                + "\",\"status\":\"OPTIMAL\",\"placement\":" + placement + ",\"cost\":" + cost + ",\"bound\":" + bound
                + ",\"nodes\":1}\n";
        String root = "{\"node\":0,\"close\":\"bound\",\"prices\":[0,0]}\n";
        return Files.writeString(folder.resolve("proof.jsonl"), header + root);
    }

    private Run verify(Path certificate, String sense) {
        return Run.of("verify", instance.toString(), certificate.toString(), "--input", "orlib-gap", "--sense", sense);
    }

    @Test
    void aProofThatHoldsIsStatus0() throws IOException {
        Path min = certificate(OrLibraryReader.read(instance, Sense.MIN), "[0,1]", 8, 8);
        assertEquals(new Run(0, "the proof holds: 1 node" + System.lineSeparator(), ""), verify(min, "min"));
        Path max = certificate(OrLibraryReader.read(instance, Sense.MAX), "[1,0]", -10, -10);
        assertEquals(0, verify(max, "max").status());
    }

    @Test
    void aProofThatDoesNotHoldIsStatus5() throws IOException {
        PlacementProblem problem = OrLibraryReader.read(instance, Sense.MIN);
        Run otherSense = verify(certificate(problem, "[0,1]", 8, 8), "max");
        assertEquals(5, otherSense.status());
        assertEquals(
                "refuted: header: the proof is about another problem",
                otherSense.out().strip());
        Run worse = verify(certificate(problem, "[1,1]", 9, 9), "min");
        assertEquals(5, worse.status());
        assertEquals(
                "refuted: node 0: it is closed by a bound, but its prices prove less",
                worse.out().strip());
        assertEquals("", worse.err());
    }

    @Test
    void scenariosAreVerifiedAsTheyAreSolved() throws IOException {
        Path scenario = folder.resolve("s.json");
        String[] generate = {"generate", "--profile", "table2", "--coupling", "independent", "--twins", "2"};
        String[] output = {"--output", scenario.toString()};
        assertEquals(
                0,
                Run.of(java.util.stream.Stream.of(generate, output)
                                .flatMap(java.util.Arrays::stream)
                                .toArray(String[]::new))
                        .status());
        PlacementProblem problem = ScenarioCompiler.compile(ScenarioReader.read(scenario));
        Path proof = certificate(problem, "null", 0, 0);
        String header = Files.readString(proof).replace("OPTIMAL", "UNKNOWN").replace("\"cost\":0", "\"cost\":null");
        Files.writeString(proof, header);
        Run run = Run.of("verify", scenario.toString(), proof.toString());
        assertEquals(0, run.status(), run.err());
    }

    @Test
    void whatIsNoCertificateIsStatus2InOneLine() throws IOException {
        assertBadInput(verify(instance, "min"), instance + ": line 1: must be an object, but was 2");
        assertBadInput(verify(folder, "min"), folder + ": must be a file, but is a directory");
        Path absent = folder.resolve("absent");
        assertBadInput(verify(absent, "min"), absent + ": must be readable, but there is no such file");
        assertBadInput(Run.of("verify", instance.toString()), "Missing required parameter: 'CERTIFICATE'");
        assertBadInput(Run.of("verify", "-", "-"), "CERTIFICATE: must be another file than FILE");
        Path proof = certificate(OrLibraryReader.read(instance, Sense.MIN), "[0,1]", 8, 8);
        String text = Files.readString(proof);
        Files.writeString(proof, text.substring(0, text.length() - 3));
        assertBadInput(verify(proof, "min"), proof + ": line 2: Unexpected end-of-input");
    }

    private static void assertBadInput(Run run, String complaint) {
        assertEquals(2, run.status(), run.out());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("twinplace: " + complaint), run.err());
    }
}
