package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;
import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Levels;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** Three things are said of larger ensembles: fewer iterations, a better start, a better end. */
final class MoreNetworksConvergeFaster implements Claim {
    private static final String EXPERIMENT = "ensemble-size";

    @Override
    public String id() {
        return "more-networks";
    }

    @Override
    public String name() {
        return "More networks converge faster";
    }

    @Override
    public String quote() {
        return "When the number of DNNs increases, fewer iterations are needed for the model to converge […] more DNNs can"
                + " have better initial performance and higher accuracy can be achieved.";
    }

    @Override
    public String source() {
        return "section 5.2.2";
    }

    @Override
    public List<String> experiments() {
        return List.of(EXPERIMENT);
    }

    @Override
    public Finding judge(Evidence evidence) {
        SeedFigures trained = SeedFigures.of(evidence, EXPERIMENT);
        return new Finding(
                List.of(
                        falls(
                                trained,
                                Columns.STABLE_SINCE,
                                "fewer iterations, the larger K, until the rate (21) stays at "
                                        + percent(Levels.STABLE_RATE) + " or more",
                                "iterations until the rate is stable, medians over seeds"),
                        falls(
                                trained,
                                Columns.FIRST_GAP,
                                "a smaller gap after the first iteration, the larger K",
                                "mean gap after the first iteration, means over seeds"),
                        falls(
                                trained,
                                Columns.MEAN_GAP,
                                "a smaller gap after the last iteration, the larger K",
                                "mean gap after the last iteration, means over seeds")),
                List.of(
                        "Whether figures fall is asked by Page's test for ordered alternatives over seeds, at 2.5 %.",
                        "The best of K random candidates improves with K: a better start is no sign of learning."));
    }

    private static Reading falls(SeedFigures trained, Column column, String rule, String figure) {
        double[][] figures = trained.bySeed(trained.seeds(), column);
        List<Reading.Value> values = trained.settings().stream()
                .map(setting -> new Reading.Value(
                        setting, shown(column, trained.of(setting).figures(column))))
                .toList();
        return new Reading(rule, Verdict.falling(figures), figure, values);
    }

    private static String shown(Column column, double[] figures) {
        return column.equals(Columns.STABLE_SINCE) ? iterations(median(figures)) : percent(StatUtils.mean(figures));
    }

    /** The upper one of an even number; may be infinite. */
    private static double median(double[] figures) {
        return Arrays.stream(figures).sorted().toArray()[figures.length / 2];
    }

    private static String iterations(double figure) {
        return Double.isInfinite(figure) ? "never" : plain(figure);
    }
}
