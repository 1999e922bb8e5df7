package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;
import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.List;

/** Equation (21) asks whether decisions still change, the text of the paper whether they become good. */
final class Converges implements Claim {
    static final double MIN_RATE = 0.99;
    static final double MAX_REMAINING_GAP = 0.5;

    @Override
    public String id() {
        return "converges";
    }

    @Override
    public String name() {
        return "Training converges";
    }

    @Override
    public String quote() {
        return "Simulation shows that our model can be trained according to the cost function and converge with good"
                + " performance.";
    }

    @Override
    public String source() {
        return "section 6; equation (21)";
    }

    @Override
    public List<String> experiments() {
        return List.of(PaperSetting.EXPERIMENT);
    }

    @Override
    public Finding judge(Evidence evidence) {
        Rows rates = PaperSetting.rows(evidence, "convergence");
        double rate = rates.last().number(Columns.CONVERGENCE_RATE);
        Rows costs = PaperSetting.rows(evidence, "cost");
        double optimum = evidence.rows(PaperSetting.EXPERIMENT, "cost")
                .where(Columns.SETTING, "optimum")
                .last()
                .number(Columns.MEAN_COST);
        double first = costs.first().number(Columns.MEAN_COST) / optimum - 1;
        double last = costs.last().number(Columns.MEAN_COST) / optimum - 1;
        return new Finding(
                List.of(
                        new Reading(
                                "decisions no longer change: the convergence rate (21) ends at " + percent(MIN_RATE)
                                        + " or more",
                                Verdict.of(rate >= MIN_RATE),
                                "convergence rate: " + percent(rate) + at(rates.last())),
                        new Reading(
                                "decisions become good: the gap to the optimum is at least halved by training",
                                Verdict.of(last <= MAX_REMAINING_GAP * first),
                                "gap to the optimum: " + percent(first) + at(costs.first()) + ", " + percent(last)
                                        + at(costs.last()))),
                List.of("The rate (21) is " + rates.first().shown(Columns.CONVERGENCE_RATE) + at(rates.first())
                        + ": it is high before anything is learned, because one training step changes few decisions."));
    }

    private static String at(Row row) {
        return " at iteration " + plain(row.number(Columns.ITERATION));
    }
}
