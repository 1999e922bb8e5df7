package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.chart.Look;
import dev.twinplace.reports.chart.Point;
import dev.twinplace.reports.chart.Series;
import dev.twinplace.reports.chart.Series.Form;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Sites, twins and which twin runs where, by longitude and latitude. */
final class PlacementMap {
    /** Width over height of the drawn map. */
    private static final double SHAPE = 4.0 / 3;

    private static final double MARGIN = 1.1;
    private static final Look SITE = new Look("grey", "circle", false);
    private static final Look ON_EDGE = new Look("blue", "circle", false);
    private static final Look IN_CLOUD = new Look("orange", "diamond", false);

    private final Rows sites;
    private final Rows placements;
    private final Axis longitudes;
    private final Axis latitudes;

    PlacementMap(Rows sites, Rows placements) {
        this.sites = sites;
        this.placements = placements;
        double[] east = both(Columns.LONGITUDE);
        double[] north = both(Columns.LATITUDE);
        double middle = middle(north);
        // A degree of longitude is shorter than one of latitude by this.
        double shrink = Math.cos(Math.toRadians(middle));
        double height = MARGIN * Math.max(length(north), length(east) * shrink / SHAPE);
        double width = height * SHAPE / shrink;
        latitudes = axis("latitude", middle, height);
        longitudes = axis("longitude", middle(east), width);
    }

    private double[] both(Column column) {
        return DoubleStream.concat(DoubleStream.of(sites.numbers(column)), DoubleStream.of(placements.numbers(column)))
                .sorted()
                .toArray();
    }

    private static double length(double[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1] - sorted[0];
    }

    private static double middle(double[] sorted) {
        return sorted.length == 0 ? 0 : (sorted[0] + sorted[sorted.length - 1]) / 2;
    }

    private static Axis axis(String name, double middle, double length) {
        return Axis.linear(name, "degree").from(middle - length / 2).to(middle + length / 2);
    }

    /** The placement at an hour. */
    Chart at(int hour) {
        Rows now = placements.whereNumber(Columns.HOUR, hour);
        List<Row> onEdges = now.list().stream().filter(row -> !isInCloud(row)).toList();
        List<Row> inCloud = now.list().stream().filter(PlacementMap::isInCloud).toList();
        List<Series> series = List.of(
                new Series("base station", Form.POINTS, SITE, points(sites.list())),
                new Series(
                        "runs on",
                        Form.LINKS,
                        ON_EDGE,
                        onEdges.stream().flatMap(PlacementMap::link).toList()),
                new Series("twin on an edge server", Form.POINTS, ON_EDGE, points(onEdges)),
                new Series("twin in the cloud", Form.POINTS, IN_CLOUD, points(inCloud)));
        return new Chart("melbourne-map-" + hour, "Placement at " + hour + ":00", longitudes, latitudes, series, true);
    }

    private static boolean isInCloud(Row row) {
        return Double.isNaN(row.number(Columns.SERVER_LONGITUDE));
    }

    private static Stream<Point> link(Row row) {
        return Stream.of(
                Point.of(row.number(Columns.LONGITUDE), row.number(Columns.LATITUDE)),
                Point.of(row.number(Columns.SERVER_LONGITUDE), row.number(Columns.SERVER_LATITUDE)));
    }

    private static List<Point> points(List<Row> rows) {
        return rows.stream()
                .map(row -> Point.of(row.number(Columns.LONGITUDE), row.number(Columns.LATITUDE)))
                .toList();
    }
}
