package dev.twinplace.reports.claim;

import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Rows;
import org.hipparchus.stat.StatUtils;

/** Means of columns. */
final class Means {
    private Means() {}

    /** Of the figures that there are, at least one. */
    static double of(Rows rows, Column column) {
        double[] figures = rows.numbers(column);
        if (figures.length == 0) {
            throw new MissingFigureException(
                    "table " + rows.table().id() + ": column " + column + " has no figure that is asked for");
        }
        return StatUtils.mean(figures);
    }
}
