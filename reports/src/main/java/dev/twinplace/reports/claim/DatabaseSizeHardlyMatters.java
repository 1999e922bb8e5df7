package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Rows;
import java.util.List;
import java.util.stream.DoubleStream;

/** The paper compares the influence of three settings. */
final class DatabaseSizeHardlyMatters implements Claim {
    /** "Little": this part of the influence of another setting. */
    static final double LITTLE = 0.5;

    @Override
    public String id() {
        return "database-size";
    }

    @Override
    public String name() {
        return "The size of the database hardly matters";
    }

    @Override
    public String quote() {
        return "The database size has little impact on the decision-making model compared with the learning rate and number"
                + " of DNNs.";
    }

    @Override
    public String source() {
        return "section 5.2.3";
    }

    @Override
    public List<String> experiments() {
        return List.of("database-size", "learning-rate", "ensemble-size");
    }

    @Override
    public Finding judge(Evidence evidence) {
        double mine = influence(evidence, "database-size");
        return new Finding(
                List.of(
                        against(mine, influence(evidence, "learning-rate"), "the learning rate"),
                        against(mine, influence(evidence, "ensemble-size"), "the number of networks")),
                List.of(
                        "Influence is the largest minus the smallest gap after training over the settings tried, each a mean"
                                + " over seeds."));
    }

    private static Reading against(double mine, double other, String name) {
        return new Reading(
                "less than half the influence of " + name,
                Verdict.of(mine < LITTLE * other),
                "influence of the database size: " + percent(mine) + ", of " + name + ": " + percent(other));
    }

    private static double influence(Evidence evidence, String experiment) {
        Rows rows = evidence.rows(experiment, "final");
        double[] gaps = rows.names(Columns.SETTING).stream()
                .mapToDouble(setting -> Means.of(rows.where(Columns.SETTING, setting), Columns.MEAN_GAP))
                .toArray();
        return DoubleStream.of(gaps).max().orElse(Double.NaN)
                - DoubleStream.of(gaps).min().orElse(Double.NaN);
    }
}
