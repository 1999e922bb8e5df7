package dev.twinplace.reports.html;

import dev.twinplace.reports.chart.Axis.Scale;
import dev.twinplace.reports.chart.Description;
import dev.twinplace.reports.figure.Panel;

/**
 * A chart's place in the page.
 *
 * @param id of the chart
 * @param caption above it
 * @param description for those who do not see it
 * @param height in pixels; 0 lets the width decide, as maps need
 */
public record Drawn(String id, String caption, String description, int height) {
    private static final int USUAL_HEIGHT = 320;
    private static final int AROUND_CATEGORIES = 90;
    private static final int CATEGORY_HEIGHT = 30;

    static Drawn of(Panel panel) {
        return new Drawn(panel.chart().id(), panel.caption(), Description.of(panel.chart()), height(panel));
    }

    private static int height(Panel panel) {
        if (panel.chart().isMap()) {
            return 0;
        }
        return panel.chart().y().scale() == Scale.CATEGORIES
                ? AROUND_CATEGORIES
                        + CATEGORY_HEIGHT * panel.chart().y().categories().size()
                : USUAL_HEIGHT;
    }
}
