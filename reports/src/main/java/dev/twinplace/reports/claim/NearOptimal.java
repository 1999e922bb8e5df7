package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import java.util.List;

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
        Rows trained = PaperSetting.rows(evidence, "final");
        double gap = Means.of(trained, Columns.MEAN_GAP);
        double closed = Means.of(trained, Columns.RANGE_CLOSED);
        Reading inPercent = new Reading(
                "near in cost: a mean gap to the proven optimum of at most " + percent(MAX_GAP),
                Verdict.of(gap <= MAX_GAP),
                "mean gap of ddl-paper, trained as printed: " + percent(gap));
        Reading ofRange = new Reading(
                "near in range: at least " + percent(MIN_RANGE_CLOSED)
                        + " of the range between random placement and the optimum is closed",
                Verdict.of(closed >= MIN_RANGE_CLOSED),
                "range closed: " + percent(closed) + "; scenarios solved to the optimum: "
                        + percent(Means.of(trained, Columns.HIT_RATE)));
        Rows others = evidence.rows("alpha", "cost")
                .where(Columns.COUPLING, "independent")
                .whereNumber(Columns.ALPHA, 0.5);
        return new Finding(
                List.of(
                        inPercent,
                        ofRange,
                        against("the best single server for all twins", gap, gap(others, "best-fixed")),
                        against("the ensemble before training", gap, untrained(evidence))),
                List.of("For comparison, the mean gap of ddl-price: " + percent(gap(others, "ddl-price")) + "."));
    }

    private static Reading against(String simpler, double gap, double other) {
        return new Reading(
                "nearer than " + simpler,
                Verdict.of(gap < other),
                "mean gap of ddl-paper: " + percent(gap) + ", of " + simpler + ": " + percent(other));
    }

    private static double gap(Rows rows, String policy) {
        return Means.of(rows.where(Columns.POLICY, policy), Columns.MEAN_GAP);
    }

    /** After the first iteration, in which little is learnt. */
    private static double untrained(Evidence evidence) {
        double optimum = evidence.rows(PaperSetting.EXPERIMENT, "cost")
                .where(Columns.SETTING, "optimum")
                .first()
                .number(Columns.MEAN_COST);
        return PaperSetting.rows(evidence, "cost").first().number(Columns.MEAN_COST) / optimum - 1;
    }
}
