package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** The paper had no optimum to compare with. "Near" may be in percent of a cost, or of the range that can be gained. */
final class NearOptimal implements Claim {
    static final double MAX_GAP = 0.05;
    static final double MIN_RANGE_CLOSED = 0.9;

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
        return List.of("learning-rate", "alpha");
    }

    @Override
    public Finding judge(Evidence evidence) {
        SeedFigures trained = PaperSetting.seeds(evidence);
        double[] gaps = trained.figures(Columns.MEAN_GAP);
        Interval gap = Interval.student(gaps);
        Interval closed = Interval.student(trained.figures(Columns.RANGE_CLOSED));
        Reading inPercent = new Reading(
                "near in cost: a mean gap to the proven optimum of at most " + percent(MAX_GAP),
                Verdict.atMost(gap, MAX_GAP),
                "mean gap of ddl-paper, trained as printed: " + SeedFigures.shown(gap));
        Reading ofRange = new Reading(
                "near in range: at least " + percent(MIN_RANGE_CLOSED)
                        + " of the range between random placement and the optimum is closed",
                Verdict.atLeast(closed, MIN_RANGE_CLOSED),
                "range closed: " + SeedFigures.shown(closed) + "; scenarios solved to the optimum: "
                        + percent(Means.of(trained.rows(), Columns.HIT_RATE)));
        Rows others = evidence.rows("alpha", "cost")
                .where(Columns.COUPLING, "independent")
                .whereNumber(Columns.ALPHA, 0.5);
        double bestFixed = gap(others, "best-fixed");
        double[] untrained = trained.figures(Columns.FIRST_GAP);
        return new Finding(
                List.of(
                        inPercent,
                        ofRange,
                        against("the best single server for all twins", gaps, fill(gaps.length, bestFixed)),
                        against("the ensemble before training", gaps, untrained)),
                List.of("For comparison, the mean gap of ddl-price: " + percent(gap(others, "ddl-price")) + "."));
    }

    /** For each seed the gap of ddl-paper, and of what is simpler. */
    private static Reading against(String simpler, double[] gaps, double[] others) {
        double[] differences = new double[gaps.length];
        Arrays.setAll(differences, i -> gaps[i] - others[i]);
        return new Reading(
                "nearer than " + simpler,
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
