package dev.twinplace.reports.figure;

import dev.twinplace.reports.chart.Axis;
import dev.twinplace.reports.chart.Chart;
import dev.twinplace.reports.evidence.Evidence;
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
            "delta", "instructions per byte δ",
            "theta", "instructions whose energy is θ");
    private static final String AFTER_TRAINING = "ddl-paper, trained anew";
    private static final String BEFORE_TRAINING = "ddl-paper, after one iteration";

    @Override
    public List<Figure> of(ExperimentResult result) {
        Rows rows = Evidence.rows(result, "sensitivity");
        Rows others = rows.where(Columns.POLICY, policy -> !isTrainedHere(policy));
        Lines gaps = new Lines(Columns.POLICY, row -> row.number(Columns.PARAMETER_VALUE), Columns.MEAN_GAP);
        Axis gapAxis = Gaps.axis("gap to the optimum, mean");
        return List.of(
                figure(
                        rows.where(
                                Columns.POLICY,
                                policy -> policy.startsWith("ddl-paper") || policy.equals("best-fixed")),
                        "sensitivity-trained",
                        gaps,
                        gapAxis,
                        "Gap to the optimum of ddl-paper trained anew, by constant",
                        "Before and after training with each value, beside the pretrained model and the best single"
                                + " server. Bands are intervals over seeds."),
                figure(
                        others,
                        "sensitivity-gap",
                        gaps.withoutBands(),
                        gapAxis,
                        "Gap to the optimum, by constant",
                        "Each policy against the optimum under the same constant."),
                figure(
                        others.where(Columns.POLICY, policy -> policy.equals("optimum") || policy.startsWith("ddl")),
                        "sensitivity-cloud",
                        new Lines(Columns.POLICY, row -> row.number(Columns.PARAMETER_VALUE), Columns.CLOUD_SHARE),
                        Axis.linear("twins in the cloud", "ratio").from(0).to(1),
                        "Share of twins in the cloud, by constant",
                        "Where the optimum places no twin or every twin in the cloud, there is little to decide."));
    }

    private static boolean isTrainedHere(String policy) {
        return policy.equals(BEFORE_TRAINING) || policy.equals(AFTER_TRAINING);
    }

    private static Figure figure(Rows all, String id, Lines lines, Axis figures, String title, String text) {
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
