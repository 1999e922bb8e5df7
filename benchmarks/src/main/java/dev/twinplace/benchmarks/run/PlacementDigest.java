package dev.twinplace.benchmarks.run;

import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gaps of whole problems at equal times, by coupling and size: the best solver at each budget, and every solver.
 *
 * <p>Best is the solver that answered most problems in time, then the one with the smallest mean gap.
 */
public final class PlacementDigest {
    static final String TABLE = "placement";

    private record Entry(String solver, String budget, long problems, long inTime, long late, double meanGap) {
        private static final Comparator<Entry> BEST_FIRST =
                Comparator.comparingLong(Entry::inTime).reversed().thenComparingDouble(Entry::meanGap);

        boolean isAnswered() {
            return inTime > 0;
        }

        String gap() {
            if (!isAnswered()) {
                return late > 0 ? "late" : "none";
            }
            String mean = String.format(Locale.ROOT, "%.3f %%", 100 * meanGap);
            return inTime == problems ? mean : mean + " (" + inTime + " of " + problems + ")";
        }
    }

    private final Table gaps;
    private final Map<String, List<Entry>> groups = new LinkedHashMap<>();
    private final Set<String> budgets = new LinkedHashSet<>();

    /** Of the table with id {@value #TABLE} of a result. */
    public PlacementDigest(Table gaps) {
        this.gaps = gaps;
        gaps.rows().forEach(this::add);
    }

    private void add(List<Object> row) {
        String budget = cell(row, "budget") + " ms";
        budgets.add(budget);
        groups.computeIfAbsent(cell(row, "coupling") + ", " + cell(row, "size"), heading -> new ArrayList<>())
                .add(new Entry(
                        String.valueOf(cell(row, "solver")),
                        budget,
                        (Long) cell(row, "problems"),
                        (Long) cell(row, "inTime"),
                        (Long) cell(row, "late"),
                        cell(row, "meanGap") instanceof Number gap ? gap.doubleValue() : Double.NaN));
    }

    private Object cell(List<Object> row, String column) {
        return row.get(gaps.indexOf(column));
    }

    /** A row for each coupling and size: the best solver at each budget with its mean gap. */
    public String best() {
        MarkdownTable table = new MarkdownTable().words("coupling, size").words(budgets.toArray(String[]::new));
        groups.forEach((heading, entries) -> {
            List<String> row = new ArrayList<>(List.of(heading));
            budgets.forEach(budget -> row.add(best(entries, budget)));
            table.row(row);
        });
        return "The best solver at each budget, with its mean gap to the best proven bound:\n\n" + table;
    }

    /** All that share the first place. */
    private static String best(List<Entry> entries, String budget) {
        List<Entry> answered = entries.stream()
                .filter(entry -> entry.budget().equals(budget) && entry.isAnswered())
                .sorted(Entry.BEST_FIRST)
                .toList();
        if (answered.isEmpty()) {
            return "none answered in time";
        }
        Entry first = answered.get(0);
        List<String> names = answered.stream()
                .filter(entry -> entry.gap().equals(first.gap()))
                .map(Entry::solver)
                .toList();
        return (names.size() > 3 ? names.size() + " solvers" : String.join(", ", names)) + ": " + first.gap();
    }

    /** A table for each coupling and size, a row for each solver. */
    public String all() {
        StringBuilder text = new StringBuilder("Mean gap to the best proven bound over the problems answered in time;"
                + " `late`: answers, but after more than\nthe time allowed; `none`: no answer.\n\n");
        groups.forEach((heading, entries) -> {
            MarkdownTable table = new MarkdownTable().words(heading).figures(budgets.toArray(String[]::new));
            entries.stream().map(Entry::solver).distinct().forEach(solver -> {
                List<String> row = new ArrayList<>(List.of(solver));
                entries.stream().filter(entry -> entry.solver().equals(solver)).forEach(entry -> row.add(entry.gap()));
                table.row(row);
            });
            text.append(table).append('\n');
        });
        return text.toString();
    }
}
