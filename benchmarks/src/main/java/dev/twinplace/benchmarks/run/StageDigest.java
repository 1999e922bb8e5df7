package dev.twinplace.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the time of a decision goes, and how much of it the stages explain. */
final class StageDigest {
    private static final List<String> STAGES =
            List.of("compile", "features", "forward", "decode", "repair", "evaluate", "polish");

    private StageDigest() {}

    static String of(List<Measurement> measurements) {
        Map<Map<String, String>, Measurement> wholes = measurements.stream()
                .filter(each -> each.method().equals("whole"))
                .collect(Collectors.toMap(Measurement::parameters, each -> each));
        MarkdownTable table = new MarkdownTable()
                .words("size", "coupling", "solver")
                .figures(STAGES.toArray(String[]::new))
                .figures("sum ns", "whole ns", "explained");
        for (Measurement each : measurements) {
            Measurement whole = wholes.get(each.parameters());
            if (each.method().equals("staged") && whole != null) {
                table.row(row(each, whole));
            }
        }
        return table.isEmpty() ? "" : "Time of each stage of a decision, in nanoseconds:\n\n" + table;
    }

    private static List<String> row(Measurement staged, Measurement whole) {
        List<String> row = new ArrayList<>();
        row.add(staged.parameter("size"));
        row.add(staged.parameter("coupling"));
        row.add(staged.parameter("solver"));
        double sum = 0;
        for (String stage : STAGES) {
            double nanos = staged.counter(stage);
            row.add(Figures.number(nanos));
            sum += nanos;
        }
        row.add(Figures.number(sum));
        row.add(Figures.number(whole.score()));
        row.add(Figures.percent(sum / whole.score()));
        return row;
    }
}
