package dev.twinplace.reports.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The scripts that draw charts, in browsers and without. */
public final class Scripts {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

    private Scripts() {}

    /** The library. */
    public static String echarts() {
        return read(Scripts.class, ECHARTS);
    }

    /** What makes complete options of those of {@link ChartOptions}. */
    public static String charts() {
        return read(Scripts.class, "charts.js");
    }

    /** A text beside a class. */
    public static String read(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
