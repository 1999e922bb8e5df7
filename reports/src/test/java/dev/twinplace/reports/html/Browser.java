package dev.twinplace.reports.html;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, as Debian's packages chromium and chromium-driver install it. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MAX_PHONE_WIDTH = 500;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether it is installed here. */
    static boolean isInstalled() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    static Browser start() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** What is wider than the window, or juts out of it; empty if nothing does. */
    String tooWide(int width) {
        Object page = ask("return document.documentElement.scrollWidth");
        Object parts = ask(
                "return [...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll, svg, .chart, .skip')"
                        + " && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80)).join()");
        return page.equals((long) width) && parts.equals("") ? "" : page + " wide: " + parts;
    }

    /** Pairs of texts in a chart that overlap; empty if none do. */
    Object overlaps() {
        return ask("""
                const found = [];
                for (const svg of document.querySelectorAll('.chart svg')) {
                  const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim())
                    .map(t => [t.textContent, t.getBoundingClientRect()]);
                  texts.forEach(([a, x], i) => texts.slice(i + 1).forEach(([b, y]) => {
                    const width = Math.min(x.right, y.right) - Math.max(x.left, y.left);
                    const height = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
                    if (width > 2 && height > 3) { found.push(svg.closest('.chart').id + ': ' + a + ' / ' + b); }
                  }));
                }
                return found.slice(0, 20).join('\\n');
                """);
    }

    private static Optional<File> program(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Of this size, as a phone reports itself if it is narrow. */
    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < MAX_PHONE_WIDTH));
    }

    /** What the system prefers: light or dark. */
    void prefer(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** As on this medium: print or screen. */
    void emulate(String medium) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
    }

    /** Opens a page and waits until its charts are drawn. */
    void open(Path page) {
        driver.get(page.toUri().toString());
        awaitCharts();
    }

    void awaitCharts() {
        await("document.documentElement.dataset.charts === 'drawn'");
    }

    /** Until it is true: a page draws when it has time. */
    void await(String condition) {
        new WebDriverWait(driver, PATIENCE).until(ready -> ask("return " + condition));
    }

    Object ask(String script) {
        return driver.executeScript(script);
    }

    /** What scripts complained of since the last call. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The log of all requests since the last call. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
