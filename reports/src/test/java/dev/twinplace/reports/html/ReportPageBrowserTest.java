package dev.twinplace.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinplace.reports.evidence.EvidenceReader;
import dev.twinplace.reports.evidence.MadeResults;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a browser. Skipped where there is none, unless {@code TWINPLACE_BROWSER=required} says that there must be. */
class ReportPageBrowserTest {
    private static final String SVGS =
            "return [...document.querySelectorAll('.chart')].filter(c => c.querySelectorAll('svg path').length < 3)"
                    + ".map(c => c.id).join()";

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        boolean isRequired = "required".equals(System.getenv("TWINPLACE_BROWSER"));
        assumeTrue(isRequired || Browser.isInstalled(), "Debian's chromium and chromium-driver are not installed");
        MadeResults.write(directory.resolve("results"), directory.resolve("benchmarks"));
        page = Files.writeString(
                directory.resolve("report.html"),
                ReportPage.of(EvidenceReader.read(
                        directory.resolve("results"),
                        directory.resolve("benchmarks"),
                        Experiments.all().stream().map(Experiment::name).toList())));
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void reset() {
        browser.prefer("light");
        browser.resize(1400, 900);
        browser.errors();
        browser.requests();
    }

    @ParameterizedTest
    @CsvSource({"light, 1400", "light, 768", "light, 390", "dark, 1400", "dark, 768", "dark, 390"})
    void drawsAllChartsWithoutErrorsAndFitsTheWidth(String scheme, int width) {
        browser.prefer(scheme);
        browser.resize(width, 900);
        browser.open(page);
        assertEquals(List.of(), browser.errors());
        assertEquals("", browser.ask(SVGS), "charts that are not drawn");
        assertEquals(
                "",
                browser.ask("return [...document.querySelectorAll('.chart')].filter(c => c.dataset.drawn !== '" + scheme
                        + "').map(c => c.id).join()"),
                "charts of the other scheme");
        assertEquals("", browser.tooWide(width));
        assertEquals("", browser.overlaps());
    }

    @Test
    void asksForNothingButItself() {
        browser.open(page);
        List<String> requests = browser.requests();
        assertFalse(requests.isEmpty());
        for (String request : requests) {
            assertTrue(request.contains("\"url\":\"file:") || request.contains("\"url\":\"data:"), request);
            assertFalse(request.contains("\"url\":\"http"), request);
        }
    }

    @Test
    void theButtonGoesThroughTheSchemes() {
        browser.open(page);
        WebElement button = browser.driver().findElement(By.id("scheme"));
        for (String choice : List.of("light", "dark", "system")) {
            button.sendKeys(Keys.ENTER);
            browser.awaitCharts();
            assertEquals("Scheme: " + choice, button.getText());
            String drawn = choice.equals("dark") ? "dark" : "light";
            assertEquals(drawn, browser.ask("return document.querySelector('.chart').dataset.drawn"));
        }
        button.sendKeys(Keys.ENTER, Keys.ENTER);
        browser.open(page);
        assertEquals("dark", browser.ask("return document.documentElement.dataset.scheme"), "what was chosen is kept");
        browser.ask("localStorage.clear()");
    }

    @Test
    void aSeriesIsHiddenByItsKey() {
        browser.open(page);
        WebElement key = browser.driver().findElement(By.cssSelector("#alpha-cost .keys button"));
        String paths = "document.querySelectorAll('#alpha-cost .chart svg path').length";
        long before = (Long) browser.ask("return " + paths);
        key.sendKeys(Keys.SPACE);
        assertEquals("false", key.getAttribute("aria-pressed"));
        browser.await(paths + " < " + before);
        key.sendKeys(Keys.SPACE);
        browser.await(paths + " === " + before);
    }

    @Test
    void theKeyboardReachesEverything() {
        browser.open(page);
        String reachable = "a[href], button, summary, [tabindex='0']";
        assertEquals(
                0L,
                browser.ask("return [...document.querySelectorAll(\"" + reachable
                        + "\")].filter(e => e.tabIndex < 0).length"));
        WebElement body = browser.driver().findElement(By.tagName("body"));
        body.sendKeys(Keys.TAB);
        assertEquals("skip", browser.ask("return document.activeElement.className"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertEquals("scheme", browser.ask("return document.activeElement.id"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        assertEquals("SUMMARY", browser.ask("return document.activeElement.tagName"));
        WebElement summary = browser.driver().findElement(By.cssSelector("details.data summary"));
        summary.sendKeys(Keys.ENTER);
        assertTrue((Boolean) browser.ask("return document.querySelector('details.data').open"));
    }

    @Test
    void aLinkToATableOpensIt() {
        browser.open(page);
        browser.ask("location.hash = 'gap-data-gap'");
        browser.await("document.getElementById('gap-data-gap').open");
    }

    @Test
    void printsInLightFromADarkScreen() {
        browser.prefer("dark");
        browser.open(page);
        browser.ask("window.dispatchEvent(new Event('beforeprint'))");
        assertEquals("light", browser.ask("return document.querySelector('.chart').dataset.drawn"));
        browser.emulate("print");
        assertEquals(
                "",
                browser.ask("return [...document.querySelectorAll('.chart')]"
                        + ".filter(c => c.getBoundingClientRect().height < 100).map(c => c.id).join()"),
                "charts without height on paper");
        browser.prefer("dark");
        browser.ask("window.dispatchEvent(new Event('afterprint'))");
        browser.awaitCharts();
        assertEquals("dark", browser.ask("return document.querySelector('.chart').dataset.drawn"));
        assertEquals(List.of(), browser.errors());
    }
}
