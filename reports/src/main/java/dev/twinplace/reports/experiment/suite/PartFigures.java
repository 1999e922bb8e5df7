package dev.twinplace.reports.experiment.suite;

import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.InstanceRows;
import dev.twinplace.reports.result.Table;
import java.util.Optional;

/**
 * What came out of a part.
 *
 * @param table its figures
 * @param instances the answers that they sum up, if they do
 */
record PartFigures(Table table, Optional<Table> instances) {
    /** Works the part off. */
    static PartFigures of(ExperimentPart part) {
        InstanceRows rows = new InstanceRows();
        Table table = part.work().apply(rows);
        return new PartFigures(table, rows.table("instances"));
    }
}
