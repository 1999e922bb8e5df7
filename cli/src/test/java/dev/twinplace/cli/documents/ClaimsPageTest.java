package dev.twinplace.cli.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.reports.claim.Claim;
import dev.twinplace.reports.claim.Finding;
import dev.twinplace.reports.claim.PaperClaims;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/claims.md} states the verdicts, figures and minutes of the committed results. */
class ClaimsPageTest {
    private static final Pattern FIGURE = Pattern.compile("\\d(?:[\\d.,]*\\d)?");
    private static final List<String> EXPERIMENTS =
            Experiments.all().stream().map(Experiment::name).toList();
    private static final Evidence EVIDENCE = EvidenceReader.read(
            Repository.ROOT.resolve("reports/results"), Repository.ROOT.resolve("benchmarks/results"), EXPERIMENTS);

    private static String page() throws IOException {
        return Files.readString(Repository.ROOT.resolve("docs/claims.md"));
    }

    private static double minutes(List<String> experiments) {
        double seconds = 0;
        for (String name : experiments) {
            seconds += EVIDENCE.experiment(name).orElseThrow().seconds();
        }
        return seconds / 60;
    }

    private static String shown(double minutes) {
        return minutes < 0.1 ? "< 0.1" : String.format(Locale.ROOT, "%.1f", minutes);
    }

    private static Set<String> figures(String text) {
        return FIGURE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void allExperimentsTogetherTookTheMinutesStated() throws IOException {
        String stated = String.format(Locale.ROOT, "took %.0f minutes together", minutes(EXPERIMENTS));
        assertTrue(page().contains(stated), stated);
    }

    static List<Claim> claims() {
        return PaperClaims.all();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aRowHasTheCommandMinutesVerdictAndFiguresOfItsClaim(Claim claim) throws IOException {
        String command = claim.benchmarks().isEmpty()
                ? "`./twinplace experiment " + String.join(" ", claim.experiments()) + "`"
                : "`" + EvidenceReader.benchmarkCommand(claim.benchmarks().get(0)) + "`";
        String page = page();
        assertTrue(page.contains(command), command);
        String[] cells = page.substring(page.indexOf(command)).split(" \\| ?", 4);
        assertEquals(claim.experiments().isEmpty() ? "" : shown(minutes(claim.experiments())), cells[1]);
        Finding finding = claim.judge(EVIDENCE);
        assertTrue(cells[2].startsWith(finding.verdict().words() + ":"), cells[2]);
        Set<String> found = figures(finding.readings().toString());
        assertTrue(found.containsAll(figures(cells[2])), () -> cells[2] + " must have figures of " + found);
    }
}
