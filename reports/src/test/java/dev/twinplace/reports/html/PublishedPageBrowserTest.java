package dev.twinplace.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the committed results, as readers see it: nothing too wide, no colliding labels, no internal names. */
class PublishedPageBrowserTest {
    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        boolean isRequired = "required".equals(System.getenv("TWINPLACE_BROWSER"));
        assumeTrue(isRequired || Browser.isInstalled(), "Debian's chromium and chromium-driver are not installed");
        page = Files.writeString(
                directory.resolve("report.html"),
                ReportPage.of(EvidenceReader.read(
                        Path.of("results"),
                        Path.of("..", "benchmarks", "results"),
                        Experiments.all().stream().map(Experiment::name).toList())));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1400, 768, 390})
    void itFitsAndItsLabelsDoNotCollide(int width) {
        browser.resize(width, 900);
        browser.open(page);
        assertEquals("", browser.tooWide(width));
        assertEquals("", browser.overlaps());
    }

    /** Names in camel case, options of solvers, and sizes such as M200S20, wherever readers can see or hear them. */
    @Test
    void noInternalNamesAreShown() {
        browser.open(page);
        assertEquals("", browser.ask("""
                        const words = [];
                        const internal = /(^|[^A-Za-z])([a-z]+[A-Z]\\w*|[\\w-]+:polish=\\w+|M\\d+S\\d+|table2|[\\w-]+@\\d+\\w+)/g;
                        const add = text => { for (const m of text.matchAll(internal)) { words.push(m[2]); } };
                        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                        while (walker.nextNode()) {
                          if (!walker.currentNode.parentElement.closest('script, style, code, noscript')) {
                            add(walker.currentNode.textContent);
                          }
                        }
                        document.querySelectorAll('[aria-label]').forEach(e => add(e.getAttribute('aria-label')));
                        return [...new Set(words)].filter(w => w !== 'ojAlgo').join();
                        """));
    }
}
