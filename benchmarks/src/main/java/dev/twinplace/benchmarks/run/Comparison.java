package dev.twinplace.benchmarks.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two runs of a benchmark, measurement by measurement. Where the interval of a ratio holds 1, or one side was measured but
 * once, nothing is concluded.
 */
record Comparison(List<Pair> pairs, int missing) {
    /**
     * The same measurement in both.
     *
     * @param ratio of the scores, new to old
     */
    record Pair(Measurement old, Measurement young, Ratio ratio) {
        static Pair of(Measurement old, Measurement young) {
            return new Pair(old, young, Ratio.of(young, old));
        }

        /** What can be said: throughput is better when there is more of it, time when there is less. */
        String verdict() {
            if (!(Math.abs(ratio.value() - 1) > ratio.error())) {
                return "no difference seen";
            }
            return ratio.value() > 1 == old.mode().equals("thrpt") ? "faster" : "slower";
        }
    }

    /** Of what is in both; how many of either are not in the other is counted. */
    static Comparison of(List<Measurement> old, List<Measurement> young) {
        Map<String, Measurement> byName = new LinkedHashMap<>();
        old.forEach(each -> byName.put(each.name(), each));
        List<Pair> pairs = young.stream()
                .filter(each -> isSame(byName.get(each.name()), each))
                .map(each -> Pair.of(byName.get(each.name()), each))
                .toList();
        return new Comparison(pairs, old.size() + young.size() - 2 * pairs.size());
    }

    private static boolean isSame(Measurement old, Measurement young) {
        return old != null && old.mode().equals(young.mode()) && old.unit().equals(young.unit());
    }

    @Override
    public String toString() {
        MarkdownTable table = new MarkdownTable()
                .words("benchmark")
                .figures("old", "new", "unit", "new / old", "±")
                .words("verdict")
                .figures("p99.9 new / old", "B/op old", "B/op new");
        for (Pair pair : pairs) {
            table.row(List.of(
                    pair.old.name(),
                    Figures.number(pair.old.score()),
                    Figures.number(pair.young.score()),
                    pair.old.unit(),
                    Figures.number(pair.ratio.value()),
                    Figures.number(pair.ratio.error()),
                    pair.verdict(),
                    Figures.number(pair.young.percentile("p999") / pair.old.percentile("p999")),
                    Figures.bytes(pair.old.allocatedBytes()),
                    Figures.bytes(pair.young.allocatedBytes())));
        }
        return table + (missing == 0 ? "" : "\n" + missing + " measurements are in one of the two only.\n");
    }
}
