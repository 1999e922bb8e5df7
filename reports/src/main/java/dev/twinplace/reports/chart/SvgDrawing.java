package dev.twinplace.reports.chart;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

/** Draws charts as SVG without a browser: ECharts runs in Rhino, and measures text by a table of its own, so by no font. */
public final class SvgDrawing implements AutoCloseable {
    /** ECharts asks for these when it loads, and needs none of them to draw once. */
    private static final String NO_TIMERS =
            "var setTimeout = function () { return 0; }, clearTimeout = function () {};";

    private static final String DRAW = """
            // ECharts does not escape text.
            function escaped(key, value) {
              return typeof value === 'string' ? value.replace(/&/g, '&amp;').replace(/</g, '&lt;') : value;
            }
            function draw(options, scheme, width, height) {
              var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
              var dressed = TwinplaceCharts.dress(JSON.parse(options, escaped), schemes[scheme], {isFile: true, width: width});
              chart.setOption(dressed);
              TwinplaceCharts.placeLabels(chart, dressed);
              var svg = chart.renderToSVGString();
              chart.dispose();
              return svg;
            }
            """;

    private final Context context;
    private final ScriptableObject scope;
    private final Function draw;

    public SvgDrawing() {
        context = Context.enter();
        // Its methods are larger than what class files allow.
        context.setInterpretedMode(true);
        context.setLanguageVersion(Context.VERSION_ES6);
        scope = context.initSafeStandardObjects();
        run("timers", NO_TIMERS);
        run("echarts", Scripts.echarts());
        run("charts", Scripts.charts());
        run("schemes", "var schemes = " + Schemes.json() + ";");
        run("draw", DRAW);
        draw = (Function) scope.get("draw", scope);
    }

    private void run(String name, String script) {
        context.evaluateString(scope, script, name, 1, null);
    }

    /** The chart in a scheme, with title and legend, as an SVG document. */
    public String draw(Chart chart, String scheme, int width, int height) {
        Object[] arguments = {ChartOptions.json(chart), scheme, width, height};
        return Context.toString(draw.call(context, scope, scope, arguments)) + "\n";
    }

    @Override
    public void close() {
        Context.exit();
    }
}
