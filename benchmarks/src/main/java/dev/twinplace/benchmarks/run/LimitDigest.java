package dev.twinplace.benchmarks.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the machine can do, and which share of it the forward pass reaches. */
final class LimitDigest {
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double BILLION = 1e9;

    private LimitDigest() {}

    static String of(List<Measurement> measurements) {
        MarkdownTable table =
                new MarkdownTable().words("what").figures("us", "billion multiply-adds or bytes in a second");
        for (Measurement each : measurements) {
            String size = each.parameter("kibibytes");
            double amount = each.counter("amount");
            table.row(List.of(
                    size.isEmpty() ? each.method() : each.method() + " " + size + " KiB",
                    Figures.number(each.score()),
                    Figures.number(amount / each.score() * MICROS_PER_SECOND / BILLION)));
        }
        return share(measurements) + "\nLimits of this machine, one thread, single precision:\n\n" + table;
    }

    private static String share(List<Measurement> measurements) {
        Optional<Measurement> forward = find(measurements, "forward");
        Optional<Measurement> compute = find(measurements, "multiplyAdds");
        Optional<Measurement> memory = find(measurements, "readWeights");
        if (forward.isEmpty() || compute.isEmpty() || memory.isEmpty()) {
            return "";
        }
        double limit = Math.max(compute.get().score(), memory.get().score());
        return String.format(
                Locale.ROOT,
                "The forward pass of the paper's ensemble at batch 1 takes %s us. This machine needs at least %s us to%n%s:"
                        + " the forward pass reaches %s of the machine's limit.%n",
                Figures.number(forward.get().score()),
                Figures.number(limit),
                compute.get().score() > memory.get().score() ? "do the multiply-adds" : "read the weights",
                Figures.percent(limit / forward.get().score()));
    }

    private static Optional<Measurement> find(List<Measurement> measurements, String method) {
        return measurements.stream()
                .filter(each -> each.method().equals(method))
                .findFirst();
    }
}
