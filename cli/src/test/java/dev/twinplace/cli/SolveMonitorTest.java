package dev.twinplace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.decision.AssignmentQuestion;
import dev.twinplace.decision.Question;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SolveMonitorTest {
    private static final String ERASE = "\r\u001b[K";

    private final StringWriter err = new StringWriter();

    private static Question question(String file) {
        return new AssignmentQuestion(
                file, file, Sense.MAX, PlacementProblem.builder(1, 1).build());
    }

    @Test
    void showsIncumbentBoundGapAndTimeAsTheUserCallsThem() {
        try (SolveMonitor monitor = new SolveMonitor(question("gap"), new PrintWriter(err))) {
            monitor.draw(Duration.ofMillis(1500));
            assertEquals(ERASE + "gap  1.50 s  cost -  bound -  gap -", err.toString());
            monitor.improved(-90, -100, Duration.ZERO);
            monitor.draw(Duration.ofSeconds(2));
            assertTrue(
                    err.toString().endsWith(ERASE + "gap  2.00 s  cost 90.00  bound 100.00  gap 10.000 %"),
                    err.toString());
        }
        assertTrue(err.toString().endsWith(ERASE), "the line is empty again");
    }

    @Test
    void fitsIntoALineOf80Columns() {
        try (SolveMonitor monitor =
                new SolveMonitor(question("a/very/long/path/to/a/file/of/the/user.json"), new PrintWriter(err))) {
            monitor.improved(-123456789.12, -223456789.12, Duration.ZERO);
            monitor.draw(Duration.ofSeconds(12345));
        }
        String line = err.toString().substring(1, err.toString().lastIndexOf(ERASE));
        assertTrue(line.length() - (ERASE.length() - 1) <= 79, line);
        assertTrue(line.contains("...") && line.contains("user.json  12345.00 s  cost 123456789.12"), line);
    }

    @Test
    void whatWasNeverDrawnIsNotErased() {
        new SolveMonitor(question("gap"), new PrintWriter(err)).close();
        assertEquals("", err.toString());
    }

    @Test
    void nothingIsDrawnAfterTheEnd() {
        SolveMonitor monitor = new SolveMonitor(question("gap"), new PrintWriter(err));
        monitor.close();
        monitor.draw(Duration.ofSeconds(2));
        assertEquals("", err.toString());
    }

    @Test
    void onlyTerminalsWhoseLinesCanBeDrawnOverShowProgress() {
        assertFalse(Progress.isShown(Map.of("TERM", "xterm")), "tests have no terminal");
        System.setProperty("twinplace.terminal", "true");
        try {
            assertTrue(Progress.isShown(Map.of("TERM", "xterm")));
            assertTrue(Progress.isShown(Map.of()));
            assertFalse(Progress.isShown(Map.of("TERM", "dumb")));
        } finally {
            System.clearProperty("twinplace.terminal");
        }
    }
}
