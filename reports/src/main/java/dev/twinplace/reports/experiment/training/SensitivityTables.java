package dev.twinplace.reports.experiment.training;

import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** The tables of {@link SensitivityExperiment} while they are filled: policies by constant, and trainings by constant and seed. */
final class SensitivityTables {
    private static final int FIRST = 0;
    private static final int LAST = 1;

    private final List<Long> seeds;
    private final TableBuilder policies = new TableBuilder(
                    "sensitivity", "Mean cost, gap and share of twins in the cloud by constant")
            .columns(Columns.PARAMETER, Columns.PARAMETER_VALUE, Columns.POLICY, Columns.MEAN_COST)
            .interval(Columns.MEAN_GAP)
            .columns(Columns.BEST_FIXED_GAP, Columns.CLOUD_SHARE);
    private final TableBuilder trained = new TableBuilder(
                    "trained", "ddl-paper trained anew: after the first and the last iteration, by seed")
            .columns(
                    Columns.PARAMETER,
                    Columns.PARAMETER_VALUE,
                    Columns.SEED,
                    Columns.FIRST_GAP,
                    Columns.MEAN_GAP,
                    Columns.RANGE_CLOSED,
                    Columns.CONVERGENCE_RATE);

    SensitivityTables(List<Long> seeds) {
        this.seeds = seeds;
    }

    /**
     * Adds the figures of a constant with a value.
     *
     * @param others cost, gap and share of each policy that is not trained here
     * @param curves of each seed two rows, after the first and the last iteration; fewer if training diverged
     */
    void add(OpenConstant constant, Table others, List<Table> curves) {
        double bestFixed =
                Rows.of(others).where(Columns.POLICY, "best-fixed").first().number(Columns.MEAN_GAP);
        for (Row row : Rows.of(others).list()) {
            double gap = row.number(Columns.MEAN_GAP);
            addRow(
                    constant,
                    row.text(Columns.POLICY),
                    row.number(Columns.MEAN_COST),
                    new Interval(gap, gap, gap),
                    bestFixed,
                    row.number(Columns.CLOUD_SHARE));
        }
        addTrained(constant, "ddl-paper, after one iteration", FIRST, curves, bestFixed);
        addTrained(constant, "ddl-paper, trained anew", LAST, curves, bestFixed);
        for (int i = 0; i < seeds.size(); i++) {
            Table curve = curves.get(i);
            trained.row(
                    constant.parameter(),
                    constant.value(),
                    seeds.get(i),
                    figure(curve, FIRST, Columns.MEAN_GAP),
                    figure(curve, LAST, Columns.MEAN_GAP),
                    figure(curve, LAST, Columns.RANGE_CLOSED),
                    figure(curve, LAST, Columns.CONVERGENCE_RATE));
        }
    }

    private void addTrained(OpenConstant constant, String policy, int point, List<Table> curves, double bestFixed) {
        addRow(
                constant,
                policy,
                StatUtils.mean(figures(curves, point, Columns.MEAN_COST)),
                Interval.student(figures(curves, point, Columns.MEAN_GAP)),
                bestFixed,
                Double.NaN);
    }

    private void addRow(
            OpenConstant constant, String policy, double cost, Interval gap, double bestFixed, double cloudShare) {
        policies.row(
                constant.parameter(),
                constant.value(),
                policy,
                cost,
                gap.mean(),
                gap.low(),
                gap.high(),
                bestFixed,
                cloudShare);
    }

    private static double[] figures(List<Table> curves, int point, Column column) {
        return curves.stream()
                .mapToDouble(curve -> figure(curve, point, column))
                .toArray();
    }

    private static double figure(Table curve, int point, Column column) {
        return point < curve.rows().size() ? new Row(curve, curve.rows().get(point)).number(column) : Double.NaN;
    }

    List<Table> build() {
        return List.of(policies.build(), trained.build());
    }
}
