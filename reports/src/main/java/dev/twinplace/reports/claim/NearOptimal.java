package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/**
 * The paper had no optimum to compare with. "Near" may be in percent of a cost, or of the range that can be gained; and Algorithm 1
 * may be read as printed, or as it comes nearest.
 */
final class NearOptimal implements Claim {
    static final double MAX_GAP = 0.05;
    static final double MIN_RANGE_CLOSED = 0.9;
    static final String NEAR_IN_COST = "near in cost: a mean gap to the proven optimum of at most " + percent(MAX_GAP);
    static final String NEARER_THAN = "nearer than ";
    static final String BEST_FIXED = "the best single server for all twins";

    private static final String AS_PRINTED = "as printed, ";

    @Override
    public String id() {
        return "near-optimal";
    }

    @Override
    public String name() {
        return "Decisions are near-optimal";
    }

    @Override
    public String quote() {
        return "A new algorithm is then proposed based on DDL to generate near-optimal decisions intelligently.";
    }

    @Override
    public String source() {
        return "section 6";
    }

    @Override
    public List<String> experiments() {
        return List.of("learning-rate", "alpha", "readings");
    }

    @Override
    public Finding judge(Evidence evidence) {
        SeedFigures trained = PaperSetting.seeds(evidence);
        double[] gaps = trained.figures(Columns.MEAN_GAP);
        Interval gap = Interval.student(gaps);
        Interval closed = Interval.student(trained.figures(Columns.RANGE_CLOSED));
        Rows others = evidence.rows("alpha", "cost")
                .where(Columns.COUPLING, "independent")
                .whereNumber(Columns.ALPHA, 0.5);
        double bestFixed = gap(others, "best-fixed");
        double[] untrained = trained.figures(Columns.FIRST_GAP);
        StrongestReading strongest = StrongestReading.of(evidence);
        return new Finding(
                List.of(
                        new Reading(
                                AS_PRINTED + NEAR_IN_COST,
                                Verdict.atMost(gap, MAX_GAP),
                                "mean gap of ddl-paper, trained as printed: " + SeedFigures.shown(gap)),
                        new Reading(
                                AS_PRINTED + "near in range: at least " + percent(MIN_RANGE_CLOSED)
                                        + " of the range between random placement and the optimum is closed",
                                Verdict.atLeast(closed, MIN_RANGE_CLOSED),
                                "range closed: " + SeedFigures.shown(closed) + "; scenarios solved to the optimum: "
                                        + percent(Means.of(trained.rows(), Columns.HIT_RATE))),
                        against(BEST_FIXED, gaps, fill(gaps.length, bestFixed)),
                        against("the ensemble before training", gaps, untrained),
                        strongest.inCost(),
                        strongest.againstBestFixed()),
                List.of(
                        StrongestReading.REMARK,
                        "For comparison, the mean gap of ddl-price: " + percent(gap(others, "ddl-price")) + "."));
    }

    /** For each seed the gap of ddl-paper, and of what is simpler. */
    private static Reading against(String simpler, double[] gaps, double[] others) {
        double[] differences = new double[gaps.length];
        Arrays.setAll(differences, i -> gaps[i] - others[i]);
        return new Reading(
                AS_PRINTED + NEARER_THAN + simpler,
                Verdict.atMost(Interval.student(differences), 0),
                "mean gap of ddl-paper: " + percent(StatUtils.mean(gaps)) + ", of " + simpler + ": "
                        + percent(StatUtils.mean(others)) + "; difference: "
                        + SeedFigures.shown(Interval.student(differences)));
    }

    private static double[] fill(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }

    private static double gap(Rows rows, String policy) {
        return Means.of(rows.where(Columns.POLICY, policy), Columns.MEAN_GAP);
    }
}
