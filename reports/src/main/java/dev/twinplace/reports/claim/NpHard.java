package dev.twinplace.reports.claim;

import static dev.twinplace.reports.result.Numbers.percent;
import static dev.twinplace.reports.result.Numbers.plain;

import dev.twinplace.reports.evidence.Evidence;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.MissingFigureException;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cost and constraints of (P) as printed concern one twin each, so that the cheapest server of every twin is an optimum: a
 * proof. Measurements only check it; one that contradicts it would show an error of ours.
 */
final class NpHard implements Claim {
    private static final String AS_PRINTED = "independent";
    /** Without coupling it takes the cheapest server of each twin. */
    private static final String RULE = "greedy";

    @Override
    public String id() {
        return "np-hard";
    }

    @Override
    public String name() {
        return "The problem is NP-hard";
    }

    @Override
    public String quote() {
        return "The computation complexity of the NP-hard problem increases exponentially when the DT and the server numbers"
                + " become larger.";
    }

    @Override
    public String source() {
        return "section 3.2.3";
    }

    @Override
    public List<String> experiments() {
        return List.of("gap");
    }

    @Override
    public Finding judge(Evidence evidence) {
        Rows greedy = evidence.rows("gap", "gap").where(Columns.SOLVER, RULE);
        Rows printed = greedy.where(Columns.COUPLING, AS_PRINTED);
        double problems = scenarios(printed);
        double solved = solved(printed);
        Reading reading = new Reading(
                "as printed: a term of (17) or a constraint of (18) joins two twins",
                solved == problems ? Verdict.FAILS : Verdict.UNDECIDED,
                "none does, so that the cheapest server of each twin is an optimum, found in one pass over (S+1)·M costs;"
                        + " the check: optimal in " + plain(solved) + " of " + plain(problems) + " problems");
        String coupled = greedy.names(Columns.COUPLING).stream()
                .filter(coupling -> !coupling.equals(AS_PRINTED))
                .map(coupling -> coupling + " " + share(greedy.where(Columns.COUPLING, coupling)))
                .collect(Collectors.joining(", "));
        return new Finding(
                List.of(reading),
                List.of(
                        "With capacities (P) is generalised assignment, which is strongly NP-hard. A rule as simple solves this"
                                + " share of the coupled problems: " + coupled + "."));
    }

    private static String share(Rows rows) {
        return percent(solved(rows) / scenarios(rows));
    }

    private static double scenarios(Rows rows) {
        double count = rows.list().stream()
                .mapToDouble(row -> row.number(Columns.SCENARIOS))
                .sum();
        if (!(count > 0)) {
            throw new MissingFigureException("experiment gap has no " + RULE);
        }
        return count;
    }

    private static double solved(Rows rows) {
        return rows.list().stream().mapToDouble(NpHard::solved).sum();
    }

    private static double solved(Row row) {
        return Math.rint(row.number(Columns.HIT_RATE) * row.number(Columns.SCENARIOS));
    }
}
