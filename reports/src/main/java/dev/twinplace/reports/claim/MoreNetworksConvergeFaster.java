package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;
import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Three things are said of larger ensembles: fewer iterations, a better start, a better end. */
final class MoreNetworksConvergeFaster implements Claim {
    /** "Converged" has no level in the paper. */
    static final double LEVEL = 0.998;

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
        Rows rates = evidence.rows(EXPERIMENT, "convergence");
        Rows costs = evidence.rows(EXPERIMENT, "cost");
        List<String> settings = rates.names(Columns.SETTING);
        double[] iterations = each(settings, setting -> untilStable(rates.where(Columns.SETTING, setting)));
        double[] start = each(
                settings, setting -> cost(costs.where(Columns.SETTING, setting).first()));
        double[] end = each(
                settings, setting -> cost(costs.where(Columns.SETTING, setting).last()));
        return new Finding(
                List.of(
                        new Reading(
                                "fewer iterations, with every larger K, until the rate (21) stays at " + percent(LEVEL)
                                        + " or more",
                                Trend.falls(iterations),
                                "iterations until the rate is stable",
                                listed(settings, iterations)),
                        new Reading(
                                "a lower mean cost at the first iteration, with every larger K",
                                Trend.falls(start),
                                "mean cost at the first iteration",
                                listed(settings, start)),
                        new Reading(
                                "a lower mean cost at the last iteration, with every larger K",
                                Trend.falls(end),
                                "mean cost at the last iteration",
                                listed(settings, end))),
                List.of("The best of K random candidates improves with K: a better start is no sign of learning."));
    }

    /** The first judged iteration from which on the rate stays there; infinite if it does not. */
    private static double untilStable(Rows rates) {
        double since = Double.POSITIVE_INFINITY;
        for (Row row : rates.list()) {
            if (row.number(Columns.CONVERGENCE_RATE) < LEVEL) {
                since = Double.POSITIVE_INFINITY;
            } else if (Double.isInfinite(since)) {
                since = row.number(Columns.ITERATION);
            }
        }
        return since;
    }

    private static double cost(Row row) {
        return row.number(Columns.MEAN_COST);
    }

    private static double[] each(List<String> settings, ToDoubleFunction<String> figure) {
        return settings.stream().mapToDouble(figure).toArray();
    }

    private static List<Reading.Value> listed(List<String> settings, double[] figures) {
        return settings.stream()
                .map(setting -> new Reading.Value(setting, shown(figures[settings.indexOf(setting)])))
                .toList();
    }

    private static String shown(double figure) {
        return Double.isInfinite(figure) ? "never" : plain(figure);
    }
}
