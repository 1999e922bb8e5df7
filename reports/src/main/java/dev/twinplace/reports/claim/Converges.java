package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;
import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.reports.claim.DependenceOnConstants.Rule;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
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
        Row before = PaperSetting.rows(evidence, "convergence").first();
        List<String> remarks = new ArrayList<>();
        remarks.add("The rate (21) is " + before.shown(Columns.CONVERGENCE_RATE) + " at iteration "
                + plain(before.number(Columns.ITERATION))
                + ": it is high before anything is learned, because one training step changes few decisions.");
        remarks.addAll(DependenceOnConstants.remarks(
                evidence,
                new Rule("Decisions no longer change", setting -> settled(setting.trained())),
                new Rule("Training at least halves the gap", setting -> halved(setting.trained()))));
        return new Finding(readings(trained), remarks);
    }

    private static List<Reading> readings(SeedFigures trained) {
        return List.of(
                new Reading(
                        "decisions no longer change: the convergence rate (21) ends at " + percent(MIN_RATE)
                                + " or more",
                        settled(trained),
                        "convergence rate: " + SeedFigures.shown(trained.student(Columns.CONVERGENCE_RATE))),
                new Reading(
                        "decisions become good: the gap to the optimum is at least halved by training",
                        halved(trained),
                        "gap to the optimum: " + SeedFigures.shown(trained.student(Columns.FIRST_GAP))
                                + " after the first iteration, "
                                + SeedFigures.shown(trained.student(Columns.MEAN_GAP)) + " after the last"));
    }

    private static Verdict settled(SeedFigures trained) {
        return Verdict.atLeast(trained.student(Columns.CONVERGENCE_RATE), MIN_RATE);
    }

    private static Verdict halved(SeedFigures trained) {
        double[] first = trained.figures(Columns.FIRST_GAP);
        double[] last = trained.figures(Columns.MEAN_GAP);
        double[] tooLittle = new double[last.length];
        Arrays.setAll(tooLittle, i -> last[i] - MAX_REMAINING_GAP * first[i]);
        return Verdict.atMost(Interval.student(tooLittle), 0);
    }
}
