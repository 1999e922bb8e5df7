package dev.twinplace.benchmarks.run;

import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gaps of whole problems at equal times: a table for each kind and size, a row for each solver. */
public final class PlacementDigest {
    static final String TABLE = "placement";

    private final Table gaps;
    private final Map<String, Map<String, List<String>>> cells = new LinkedHashMap<>();
    private final Set<String> budgets = new LinkedHashSet<>();

    private PlacementDigest(Table gaps) {
        this.gaps = gaps;
        gaps.rows().forEach(this::add);
    }

    /** Of the table with id {@value #TABLE} of a result. */
    public static String of(Table gaps) {
        return new PlacementDigest(gaps).text();
    }

    private void add(List<Object> row) {
        budgets.add(cell(row, "budget") + " ms");
        cells.computeIfAbsent(cell(row, "coupling") + ", " + cell(row, "size"), heading -> new LinkedHashMap<>())
                .computeIfAbsent(String.valueOf(cell(row, "solver")), solver -> new ArrayList<>())
                .add(gap(row));
    }

    private Object cell(List<Object> row, String column) {
        return row.get(gaps.indexOf(column));
    }

    private String gap(List<Object> row) {
        long inTime = (Long) cell(row, "inTime");
        long late = (Long) cell(row, "late");
        if (inTime == 0) {
            return late > 0 ? "late" : "none";
        }
        String mean = String.format(Locale.ROOT, "%.3f %%", 100 * ((Number) cell(row, "meanGap")).doubleValue());
        long problems = (Long) cell(row, "problems");
        return inTime == problems ? mean : mean + " (" + inTime + " of " + problems + ")";
    }

    private String text() {
        StringBuilder text = new StringBuilder(
                "Mean gap to the best bound that anybody proved, of the problems that were"
                        + " answered in time;\n`late`: answers, but after more than the time allowed; `none`: no answer.\n\n");
        cells.forEach((heading, solvers) -> {
            MarkdownTable table = new MarkdownTable().words(heading).figures(budgets.toArray(String[]::new));
            solvers.forEach((solver, gapsOfSolver) -> {
                List<String> row = new ArrayList<>(List.of(solver));
                row.addAll(gapsOfSolver);
                table.row(row);
            });
            text.append(table).append('\n');
        });
        return text.toString();
    }
}
