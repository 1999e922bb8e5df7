package dev.twinplace.exact.agreement;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.exact.agreement.MidSizeCheck.Outcome;
import dev.twinplace.exact.agreement.MidSizeProblems.Kind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What was compared: how many instances of which kind, how large their trees were, how many disagreements. Thread-safe. */
final class AgreementStatistics {
    private static final int FEW = 100;

    private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);
    private final Row all = new Row();

    /** Figures of one kind. */
    private static final class Row {
        private long[] nodes = new long[16];
        private int count;
        private int infeasible;
        private int unfinished;
        private int disagreements;

        void add(Outcome outcome) {
            nodes = count == nodes.length ? Arrays.copyOf(nodes, 2 * count) : nodes;
            nodes[count++] = outcome.nodes();
            infeasible += outcome.status() == SolveStatus.INFEASIBLE ? 1 : 0;
            boolean isOpen = outcome.status() == SolveStatus.FEASIBLE || outcome.status() == SolveStatus.UNKNOWN;
            unfinished += isOpen ? 1 : 0;
            disagreements += outcome.complaints().isEmpty() ? 0 : 1;
        }

        long moreThan(long threshold) {
            return Arrays.stream(nodes, 0, count).filter(n -> n > threshold).count();
        }

        String format(String name) {
            long[] sorted = Arrays.copyOf(nodes, count);
            Arrays.sort(sorted);
            return String.format(
                    Locale.ROOT,
                    "%-16s %8d %10d %8.1f %8d %8d %8d %8d %10d %13d%n",
                    name,
                    count,
                    infeasible,
                    Arrays.stream(sorted).average().orElse(0),
                    count == 0 ? 0 : sorted[count / 2],
                    count == 0 ? 0 : sorted[count - 1],
                    count - moreThan(1),
                    moreThan(FEW),
                    unfinished,
                    disagreements);
        }
    }

    synchronized void add(Kind kind, Outcome outcome) {
        rows.computeIfAbsent(kind, k -> new Row()).add(outcome);
        all.add(outcome);
    }

    synchronized int count() {
        return all.count;
    }

    /** Instances whose proof took more nodes than that. */
    synchronized long withMoreNodesThan(long threshold) {
        return all.moreThan(threshold);
    }

    /** Instances whose proof did not end within the limit of nodes. */
    synchronized int unfinished() {
        return all.unfinished;
    }

    synchronized int disagreements() {
        return all.disagreements;
    }

    /** A table, one row a kind; "root" counts instances proven with at most one node. */
    synchronized String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-16s %8s %10s %8s %8s %8s %8s %8s %10s %13s%n",
                "kind",
                "problems",
                "infeasible",
                "mean",
                "median",
                "max",
                "root",
                ">" + FEW,
                "unfinished",
                "disagreements"));
        rows.forEach((kind, row) -> table.append(row.format(kind.name().toLowerCase(Locale.ROOT))));
        return table + all.format("all");
    }
}
