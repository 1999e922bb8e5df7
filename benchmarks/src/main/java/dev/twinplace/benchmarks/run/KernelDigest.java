package dev.twinplace.benchmarks.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many times as fast the kernels on the Vector API are as their scalar implementations. */
final class KernelDigest {
    private static final String KIND = "kind";

    private KernelDigest() {}

    static String of(List<Measurement> measurements) {
        Map<String, Measurement> scalar = measurements.stream()
                .filter(each -> each.parameter(KIND).equals("scalar"))
                .collect(Collectors.toMap(Measurement::method, each -> each));
        MarkdownTable table = new MarkdownTable().words("kernel").figures("simd ns", "scalar ns", "times as fast");
        for (Measurement each : measurements) {
            if (each.parameter(KIND).equals("simd") && scalar.containsKey(each.method())) {
                Measurement plain = scalar.get(each.method());
                table.row(List.of(
                        each.method(),
                        Figures.number(each.score()),
                        Figures.number(plain.score()),
                        Ratio.of(plain, each).toString()));
            }
        }
        return table.isEmpty()
                ? ""
                : "Mean times of the kernels on the Vector API and of their scalar implementations:\n\n" + table;
    }
}
