package dev.twinplace.reports.html;

import dev.twinplace.io.AtomicFiles;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Schemes;
import dev.twinplace.reports.chart.SvgDrawing;
import dev.twinplace.reports.evidence.Evidence;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Charts for documents that show no pages, such as a README: an SVG file for each scheme. */
public final class FigureFiles {
    private static final Set<String> FIGURES = Set.of("gap-against-time", "gap-by-twins", "alpha-gap");
    private static final int WIDTH = 800;
    private static final int HEIGHT = 520;

    private FigureFiles() {}

    /**
     * Writes the charts that sum up the results.
     *
     * @param directory that exists
     * @return the files
     */
    public static List<Path> write(Evidence evidence, Path directory) {
        List<Chart> charts = ReportPage.figures(evidence).stream()
                .filter(figure -> FIGURES.contains(figure.id()))
                .flatMap(figure -> figure.panels().stream())
                .map(panel -> panel.chart())
                .toList();
        List<Path> files = new ArrayList<>();
        try (SvgDrawing drawing = new SvgDrawing()) {
            for (Chart chart : charts) {
                for (String scheme : Schemes.all().keySet()) {
                    Path file = directory.resolve(chart.id() + "-" + scheme + ".svg");
                    String svg = drawing.draw(chart, scheme, WIDTH, HEIGHT);
                    AtomicFiles.write(file, out -> writeText(svg, out));
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static void writeText(String text, OutputStream out) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
