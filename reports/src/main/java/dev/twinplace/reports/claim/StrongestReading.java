package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;
import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.statistics.Interval;
import java.util.Comparator;
import java.util.List;

/**
 * Algorithm 1 read as it comes nearest to the optimum, in the results of {@code readings}.
 *
 * @param name of the reading
 * @param row after the length of training that gives the smallest mean gap
 */
record StrongestReading(String name, Row row) {
    static final String REMARK =
            "The strongest reading is the one of experiment readings with the smallest mean gap on the problems that"
                    + " it is judged on, which is in its favour; without those whose labels are optima: the paper has no"
                    + " such labels.";

    private static final String RULE = "in the strongest reading, ";
    private static final String NO_READING = "labels from the optimum";

    /** Names that go on from the one before. */
    private static final String FURTHER = "and ";

    /**
     * Finds it.
     *
     * @throws MissingFigureException if there is none
     */
    static StrongestReading of(Evidence evidence) {
        Rows rows = evidence.rows("readings", "readings").where(Columns.VARIANT, name -> !name.startsWith(NO_READING));
        Row row = rows.list().stream()
                .filter(each -> Double.isFinite(each.number(Columns.MEAN_GAP)))
                .min(Comparator.comparingDouble(each -> each.number(Columns.MEAN_GAP)))
                .orElseThrow(() -> new MissingFigureException("table readings: has no mean gap"));
        return new StrongestReading(fullName(rows.names(Columns.VARIANT), row.text(Columns.VARIANT)), row);
    }

    private static String fullName(List<String> names, String name) {
        int at = names.indexOf(name);
        return at > 0 && name.startsWith(FURTHER) ? fullName(names, names.get(at - 1)) + " " + name : name;
    }

    private Interval gap() {
        return new Interval(
                row.number(Columns.MEAN_GAP), row.number(Columns.MEAN_GAP.low()), row.number(Columns.MEAN_GAP.high()));
    }

    private String shown() {
        return "mean gap of ddl-paper, read as “" + name + "” and trained for " + plain(row.number(Columns.ITERATION))
                + " iterations: " + SeedFigures.shown(gap());
    }

    Reading inCost() {
        return new Reading(RULE + NearOptimal.NEAR_IN_COST, Verdict.atMost(gap(), NearOptimal.MAX_GAP), shown());
    }

    /** On the same problems. */
    Reading againstBestFixed() {
        double bestFixed = row.number(Columns.BEST_FIXED_GAP);
        return new Reading(
                RULE + NearOptimal.NEARER_THAN + NearOptimal.BEST_FIXED,
                Verdict.atMost(gap(), bestFixed),
                shown() + "; of " + NearOptimal.BEST_FIXED + ": " + percent(bestFixed));
    }
}
