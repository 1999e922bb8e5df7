package dev.twinplace.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.reports.claim.PaperClaims;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.evidence.MadeResults;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final int MAX_PAGE = 5_000_000;
    private static final List<String> EXPECTED =
            Experiments.all().stream().map(Experiment::name).toList();

    @TempDir
    private Path directory;

    private Path results;

    @BeforeEach
    void write() {
        results = directory.resolve("results");
        MadeResults.write(results, directory.resolve("benchmarks"));
    }

    private Evidence evidence() {
        return EvidenceReader.read(results, directory.resolve("benchmarks"), EXPECTED);
    }

    @Test
    void theSameResultsGiveTheSameBytes() {
        assertEquals(ReportPage.of(evidence()), ReportPage.of(evidence()));
    }

    @Test
    void itHasASectionForEachExperimentAndARowForEachClaim() {
        String page = ReportPage.of(evidence());
        EXPECTED.forEach(name -> assertTrue(page.contains("<section id=\"" + name + "\""), name));
        PaperClaims.all().forEach(claim -> assertTrue(page.contains("id=\"claim-" + claim.id() + "\""), claim::id));
        assertTrue(page.contains("<h2 id=\"benchmark-DecisionLatency-title\">Time of a whole decision"));
        assertFalse(page.contains("Missing or doubtful"));
    }

    @Test
    void everyExperimentHasChartsAndEachChartADescription() {
        String page = ReportPage.of(evidence());
        for (String name : EXPECTED) {
            int start = page.indexOf("<section id=\"" + name + "\"");
            String section = page.substring(start, page.indexOf("</section>", start));
            assertTrue(section.contains("data-chart="), name);
            assertTrue(section.contains("<details class=\"data\""), name);
        }
        Matcher charts = Pattern.compile("data-chart=\"[^\"]+\" role=\"img\" aria-label=\"([^\"]*)\"")
                .matcher(page);
        while (charts.find()) {
            assertTrue(charts.group(1).contains("Across:"), charts::group);
        }
    }

    @Test
    void idsAreDifferentAndLinksLeadSomewhere() {
        String page = ReportPage.of(evidence());
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(ids.size(), ids.stream().distinct().count(), ids::toString);
        Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .forEach(link -> assertTrue(ids.contains(link.group(1)), link::group));
    }

    @Test
    void whatComesFromFilesIsEscaped() {
        String page = ReportPage.of(evidence());
        assertTrue(page.contains("A note with &lt;markup&gt; &amp; signs."));
        assertFalse(page.contains("<markup>"));
    }

    @Test
    void whatFileHasTheRowsOfSingleProblemsIsSaid() {
        assertTrue(ReportPage.of(evidence())
                .contains("Each problem and policy: <code>gap.csv beside the result file: 1,234 rows</code>"));
    }

    @Test
    void nothingInItLeadsToAnotherHost() {
        String page = ReportPage.of(evidence());
        String markup = page.substring(0, page.indexOf("<script"));
        assertFalse(Pattern.compile("(src|href)=\"(?!#|data:,)").matcher(markup).find());
        assertTrue(markup.contains("default-src 'none'"));
    }

    @Test
    void itIsSmallEnough() {
        assertTrue(ReportPage.of(evidence()).getBytes(StandardCharsets.UTF_8).length <= MAX_PAGE);
    }

    @Test
    void whatIsMissingIsSaidWithItsCommand() throws IOException {
        Files.delete(results.resolve("gap.json"));
        String page = ReportPage.of(evidence());
        assertTrue(page.contains("Missing or doubtful"));
        assertTrue(page.contains("<section id=\"gap\""));
        assertTrue(page.contains("<code>./twinplace experiment gap</code>"));
        assertTrue(page.contains("there is no result of experiment gap"));
    }

    @Test
    void aDamagedFileIsSaidToBeOne() throws IOException {
        Files.writeString(results.resolve("pareto.json"), "{");
        String page = ReportPage.of(evidence());
        assertTrue(page.contains("<span class=\"kind\">damaged</span>"));
        assertTrue(page.contains("pareto.json"));
    }

    @Test
    void aTableOfAnotherVersionIsShownWithoutCharts() throws IOException {
        Path file = results.resolve("collapse.json");
        Files.writeString(file, Files.readString(file).replace("\"agreement\"", "\"consent\""));
        String page = ReportPage.of(evidence());
        assertTrue(page.contains("table collapse: has no column agreement"));
        assertTrue(page.contains("<th scope=\"col\" class=\"n\">consent, %</th>"));
    }

    @Test
    void withoutAnyResultItIsAPageThatSaysSo() {
        Evidence nothing = EvidenceReader.read(directory.resolve("none"), directory.resolve("none"), EXPECTED);
        String page = ReportPage.of(nothing);
        assertEquals(PaperClaims.all().size(), page.split("<span class=\"verdict NOT_MEASURED\">", -1).length - 1);
    }
}
