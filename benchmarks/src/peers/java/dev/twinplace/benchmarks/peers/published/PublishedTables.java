package dev.twinplace.benchmarks.peers.published;

import dev.twinplace.benchmarks.peers.contest.PeerTask;
import dev.twinplace.benchmarks.run.PublishedDigest;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.List;
import java.util.Map;

/** The tables of the result file. */
final class PublishedTables {
    private static final String OURS = "ours";
    private static final String NOTHING = "nothing";

    private static final List<List<Object>> FORMS = List.of(
            List.of("auto", OURS, "all", NOTHING),
            List.of("lagrangian", OURS, "all", "greedy and local search"),
            List.of("ejection-chain", OURS, "all", NOTHING),
            List.of("branch-and-bound", OURS, "all", "greedy and local search"),
            List.of("column-generation", OURS + "; linear programs by OR-Tools' GLOP", "one", NOTHING),
            List.of(
                    "cp-sat",
                    "OR-Tools' CP-SAT",
                    "all",
                    "our greedy and local search, as hint and as answer of last resort"),
            List.of("scip", "SCIP in OR-Tools' ModelBuilder", "one", NOTHING),
            List.of("highs", "OR-Tools' HiGHS through its own C interface", "all", NOTHING),
            List.of("timefold", "Timefold, default phases", "one", NOTHING));

    private PublishedTables() {}

    /** How the solvers that have answers are run. */
    static Table forms(List<String> solvers) {
        return new TableBuilder("forms", "How each solver is run; defaults where not said otherwise")
                .labels("solver", "program", "threads", "startsFrom")
                .rows(FORMS.stream().filter(row -> solvers.contains(row.get(0))).toList())
                .build();
    }

    /** A row for each answer, in this order. */
    static Table answers(Map<PeerTask, PublishedAnswer> answers) {
        TableBuilder table = new TableBuilder(PublishedDigest.TABLE, "Answers beside the best known values")
                .columns(Columns.INSTANCE)
                .numbers("count", "agents", "jobs")
                .columns(Columns.BUDGET, Columns.SOLVER, Columns.STATUS, Columns.COST)
                .numbers("cost", "bound", "bestKnown", "knownBound")
                .columns(Columns.ABOVE_BEST, Columns.BELOW_BEST, Columns.PROVEN_GAP, Columns.MILLIS);
        answers.forEach((task, answer) -> table.row(
                task.kind(),
                answer.instance().agents(),
                answer.instance().jobs(),
                task.budgetMillis(),
                task.solver(),
                answer.status(),
                answer.answer().cost(),
                answer.bound(),
                answer.instance().bestKnown(),
                answer.instance().knownBound(),
                answer.aboveBest(),
                answer.belowBest(),
                answer.provenGap(),
                answer.answer().millis()));
        return table.build();
    }
}
