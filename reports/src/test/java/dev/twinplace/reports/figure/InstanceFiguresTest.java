package dev.twinplace.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstanceFiguresTest {
    @Test
    void thereIsAPanelForEachTypeAndAPointForEachMean() {
        Table table = new TableBuilder(InstanceFigures.TABLE, "t")
                .columns(Columns.INSTANCE, Columns.SOLVER, Columns.BUDGET, Columns.ABOVE_BEST)
                .row("c1", "auto", 1000, 0.01)
                .row("c2", "auto", 1000, 0.03)
                .row("c2", "auto", 10_000, 0.005)
                .row("c2", "scip", 1000, null)
                .row("d1", "scip", 1000, 0.04)
                .build();
        List<Panel> panels = InstanceFigures.of("id", table).panels();
        assertEquals(
                List.of("type c", "type d"), panels.stream().map(Panel::caption).toList());
        List<Series> lines = panels.get(0).chart().series();
        assertEquals(List.of("auto"), lines.stream().map(Series::name).toList());
        List<Point> points = lines.get(0).points();
        assertEquals(List.of(1000.0, 10_000.0), points.stream().map(Point::x).toList());
        assertEquals(0.02, points.get(0).y(), 1e-12);
        assertEquals(0.005, points.get(1).y(), 1e-12);
    }
}
