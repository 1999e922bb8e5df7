package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;

import dev.twinplace.reports.claim.DependenceOnConstants.Rule;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
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

    private static final String UNTRAINED = "the ensemble before training";
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
        Rows others = evidence.rows("alpha", "cost")
                .where(Columns.COUPLING, "independent")
                .whereNumber(Columns.ALPHA, 0.5);
        StrongestReading strongest = StrongestReading.of(evidence);
        List<Reading> readings = new ArrayList<>(asPrinted(PaperSetting.seeds(evidence), gap(others, "best-fixed")));
        readings.add(strongest.inCost());
        readings.add(strongest.againstBestFixed());
        List<String> remarks = new ArrayList<>();
        remarks.add(StrongestReading.REMARK);
        remarks.add("For comparison, the mean gap of ddl-price: " + percent(gap(others, "ddl-price")) + ".");
        remarks.addAll(DependenceOnConstants.remarks(
                evidence,
                new Rule("A mean gap of at most " + percent(MAX_GAP), setting -> inCost(setting.trained())),
                new Rule(
                        "At least " + percent(MIN_RANGE_CLOSED) + " of the range",
                        setting -> inRange(setting.trained())),
                new Rule(
                        "Nearer than the best single server",
                        setting -> nearer(setting.trained(), fixed(setting.trained(), setting.gap("best-fixed")))),
                new Rule(
                        "Nearer than before training",
                        setting -> nearer(setting.trained(), first(setting.trained())))));
        return new Finding(readings, remarks);
    }

    private static List<Reading> asPrinted(SeedFigures trained, double bestFixed) {
        return List.of(
                new Reading(
                        AS_PRINTED + NEAR_IN_COST,
                        inCost(trained),
                        "mean gap of ddl-paper, trained as printed: "
                                + SeedFigures.shown(trained.student(Columns.MEAN_GAP))),
                new Reading(
                        AS_PRINTED + "near in range: at least " + percent(MIN_RANGE_CLOSED)
                                + " of the range between random placement and the optimum is closed",
                        inRange(trained),
                        "range closed: " + SeedFigures.shown(trained.student(Columns.RANGE_CLOSED))
                                + "; scenarios solved to the optimum: "
                                + percent(Means.of(trained.rows(), Columns.HIT_RATE))),
                against(BEST_FIXED, trained, fixed(trained, bestFixed)),
                against(UNTRAINED, trained, first(trained)));
    }

    private static Verdict inCost(SeedFigures trained) {
        return Verdict.atMost(trained.student(Columns.MEAN_GAP), MAX_GAP);
    }

    private static Verdict inRange(SeedFigures trained) {
        return Verdict.atLeast(trained.student(Columns.RANGE_CLOSED), MIN_RANGE_CLOSED);
    }

    /** For each seed the gap of ddl-paper, and of what is simpler. */
    private static Reading against(String simpler, SeedFigures trained, double[] others) {
        return new Reading(
                AS_PRINTED + NEARER_THAN + simpler,
                nearer(trained, others),
                "mean gap of ddl-paper: " + percent(StatUtils.mean(trained.figures(Columns.MEAN_GAP))) + ", of "
                        + simpler + ": " + percent(StatUtils.mean(others)) + "; difference: "
                        + SeedFigures.shown(difference(trained, others)));
    }

    private static Verdict nearer(SeedFigures trained, double[] others) {
        return Verdict.atMost(difference(trained, others), 0);
    }

    private static Interval difference(SeedFigures trained, double[] others) {
        double[] gaps = trained.figures(Columns.MEAN_GAP);
        double[] differences = new double[gaps.length];
        Arrays.setAll(differences, i -> gaps[i] - others[i]);
        return Interval.student(differences);
    }

    private static double[] first(SeedFigures trained) {
        return trained.figures(Columns.FIRST_GAP);
    }

    /** The same for every seed. */
    private static double[] fixed(SeedFigures trained, double gap) {
        double[] filled = new double[trained.rows().list().size()];
        Arrays.fill(filled, gap);
        return filled;
    }

    private static double gap(Rows rows, String policy) {
        return Means.of(rows.where(Columns.POLICY, policy), Columns.MEAN_GAP);
    }
}
