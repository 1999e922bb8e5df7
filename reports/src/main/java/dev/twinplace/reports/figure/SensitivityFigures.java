package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Column;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.Rows;
import java.util.List;
import java.util.Map;

/** The effect of the constants to which the paper gives no value. */
final class SensitivityFigures implements FigureMaker {
    private static final Map<String, String> NAMES = Map.of(
            "gamma", "network discount γ",
            "lambda", "radio constant λ (MB·m/s)",
            "delta", "instructions per byte δ");

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "sensitivity");
        return List.of(
                figure(
                        rows,
                        "sensitivity-gap",
                        Columns.MEAN_GAP,
                        Gaps.axis("gap to the optimum, mean"),
                        "Gap to the optimum, by constant",
                        "Each policy against the optimum under the same constant."),
                figure(
                        rows.where(Columns.POLICY, policy -> policy.equals("optimum") || policy.startsWith("ddl")),
                        "sensitivity-cloud",
                        Columns.CLOUD_SHARE,
                        Axis.linear("twins in the cloud", "ratio").from(0).to(1),
                        "Share of twins in the cloud, by constant",
                        "Where the optimum places no twin or every twin in the cloud, there is little to decide."));
    }

    private static Figure figure(Rows all, String id, Column column, Axis figures, String title, String text) {
        Lines lines = new Lines(Columns.POLICY, row -> row.number(Columns.PARAMETER_VALUE), column);
        List<Panel> panels = all.names(Columns.PARAMETER).stream()
                .map(parameter -> {
                    String name = NAMES.getOrDefault(parameter, parameter);
                    return new Panel(
                            "By " + name,
                            Chart.of(
                                    id + "-" + parameter,
                                    title + ": " + name,
                                    Axis.logarithmic(name, ""),
                                    figures,
                                    lines.ofSolvers(all.where(Columns.PARAMETER, parameter))));
                })
                .toList();
        return new Figure(id, title, text, panels, all.table());
    }
}
