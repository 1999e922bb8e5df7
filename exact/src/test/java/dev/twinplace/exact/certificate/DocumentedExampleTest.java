package dev.twinplace.exact.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.io.OrLibraryReader;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of the page about proofs is a proof. */
class DocumentedExampleTest {
    @Test
    void holds() throws IOException {
        String page = Files.readString(page());
        PlacementProblem problem = OrLibraryReader.read("small.gap", bytes(block(page, "text")), Sense.MIN);
        Verification verdict = CertificateVerifier.verify(problem, "proof.jsonl", bytes(block(page, "json lines")));
        assertEquals(new Verification.Holds(3, 1, SolveStatus.OPTIMAL), verdict, verdict.message());
    }

    private static Path page() {
        Path inside = Path.of("").toAbsolutePath();
        while (!Files.exists(inside.resolve("docs/proofs.md"))) {
            inside = inside.getParent();
        }
        return inside.resolve("docs/proofs.md");
    }

    private static String block(String page, String language) {
        String fence = "```" + language + "\n";
        int start = page.indexOf(fence) + fence.length();
        return page.substring(start, page.indexOf("```", start));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
