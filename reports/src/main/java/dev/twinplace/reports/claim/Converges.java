package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;
import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.statistics.Interval;
import java.util.Arrays;
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
        SeedFigures trained = PaperSetting.seeds(evidence);
        Interval rate = Interval.student(trained.figures(Columns.CONVERGENCE_RATE));
        double[] first = trained.figures(Columns.FIRST_GAP);
        double[] last = trained.figures(Columns.MEAN_GAP);
        double[] tooLittle = new double[last.length];
        Arrays.setAll(tooLittle, i -> last[i] - MAX_REMAINING_GAP * first[i]);
        Row before = PaperSetting.rows(evidence, "convergence").first();
        return new Finding(
                List.of(
                        new Reading(
                                "decisions no longer change: the convergence rate (21) ends at " + percent(MIN_RATE)
                                        + " or more",
                                Verdict.atLeast(rate, MIN_RATE),
                                "convergence rate: " + SeedFigures.shown(rate)),
                        new Reading(
                                "decisions become good: the gap to the optimum is at least halved by training",
                                Verdict.atMost(Interval.student(tooLittle), 0),
                                "gap to the optimum: " + SeedFigures.shown(Interval.student(first))
                                        + " after the first iteration, " + SeedFigures.shown(Interval.student(last))
                                        + " after the last")),
                List.of("The rate (21) is " + before.shown(Columns.CONVERGENCE_RATE) + " at iteration "
                        + plain(before.number(Columns.ITERATION))
                        + ": it is high before anything is learned, because one training step changes few decisions."));
    }
}
