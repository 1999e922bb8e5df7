package dev.twinplace.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinplace.reports.chart.Series.Form;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgDrawingTest {
    private static final Chart CHART = Chart.of(
            "chart",
            "Gap & time",
            Axis.logarithmic("time", "us"),
            Axis.logarithmic("gap", "ratio").from(1e-5),
            List.of(
                    new Series(
                            "greedy",
                            Form.PATH,
                            Looks.of("greedy"),
                            List.of(
                                    Point.of(10, 0.1).within(0.05, 0.2).named("first"),
                                    Point.of(1000, 0).within(0, 0.001),
                                    Point.of(1e4, Double.NaN))),
                    new Series(
                            "optimum",
                            Form.LINE,
                            Looks.of("optimum"),
                            List.of(Point.of(10, 0.01), Point.of(1e3, 0.02)))));

    @Test
    void isAWellFormedDocumentWithTitleAxesAndLegend() throws Exception {
        try (SvgDrawing drawing = new SvgDrawing()) {
            String svg = drawing.draw(CHART, "light", 600, 400);
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            String text = document.getDocumentElement().getTextContent();
            for (String part :
                    List.of("Gap & time", "time", "gap", "greedy", "optimum", "first", "≤\u00a00.001\u00a0%")) {
                assertTrue(text.contains(part), part);
            }
            assertFalse(svg.contains("NaN"));
            assertEquals("600", document.getDocumentElement().getAttribute("width"));
        }
    }

    @Test
    void theSameChartGivesTheSameBytesAndEachSchemeItsColours() {
        try (SvgDrawing drawing = new SvgDrawing();
                SvgDrawing another = new SvgDrawing()) {
            String light = drawing.draw(CHART, "light", 600, 400);
            assertEquals(light, another.draw(CHART, "light", 600, 400));
            assertNotEquals(light, drawing.draw(CHART, "dark", 600, 400));
        }
    }

    @Test
    void bothSchemesHaveAllColours() {
        assertEquals(
                Schemes.all().get("light").keySet(), Schemes.all().get("dark").keySet());
        for (String solver : List.of(
                "ddl-paper", "ddl-price:polish=none", "branch-and-bound@1s", "cp-sat@1s", "random", "unheard of")) {
            assertTrue(Schemes.all().get("light").containsKey(Looks.of(solver).colour()), solver);
        }
        for (int i = 0; i < 7; i++) {
            assertTrue(
                    Schemes.all().get("light").containsKey(Looks.ofSetting(i, 7).colour()));
        }
    }
}
