package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.List;

/** In which form each solver takes a problem, and what it starts from. */
final class Forms {
    private static final String OWN_FORM = "in its own form";
    private static final String NOTHING = "nothing";
    private static final String ROWS = "linear rows";
    private static final String GLOVER = "linear, Glover's w and z, O(M·S) rows";

    private static final List<List<Object>> ROWS_OF_SOLVERS = List.of(
            List.of("greedy", "ours", OWN_FORM, OWN_FORM, NOTHING),
            List.of("local-search", "ours", OWN_FORM, OWN_FORM, "greedy"),
            List.of("ddl-price", "ours", OWN_FORM, OWN_FORM, "trained weights; ends in local search"),
            List.of("lagrangian", "ours", OWN_FORM, OWN_FORM, "greedy and local search"),
            List.of("branch-and-bound", "ours", OWN_FORM, OWN_FORM, "greedy and local search"),
            List.of("ejection-chain", "ours", OWN_FORM, OWN_FORM, "greedy"),
            List.of("auto", "ours", OWN_FORM, OWN_FORM, "what its solvers start from"),
            List.of(
                    "cp-sat",
                    "OR-Tools' CP-SAT",
                    "integer rows",
                    "integer products as a difference of squares",
                    "our greedy and local search, as hint and as answer of last resort"),
            List.of("scip", "SCIP in OR-Tools' ModelBuilder", ROWS, GLOVER, NOTHING),
            List.of("highs", "HiGHS through its C interface", ROWS, GLOVER, NOTHING),
            List.of(
                    "mip",
                    "ojAlgo",
                    ROWS,
                    GLOVER,
                    "nothing; our greedy and local search are the answer of last resort"),
            List.of(
                    "timefold",
                    "Timefold, default phases",
                    "constraint stream, hard score",
                    "constraint stream, product of two sums",
                    NOTHING),
            List.of(
                    "choco",
                    "Choco, weighted degree, last conflict, cheapest server first",
                    "scalar over channelled Booleans",
                    "product of two integer variables",
                    NOTHING));

    private Forms() {}

    static Table table() {
        return new TableBuilder(
                        "forms",
                        "How each solver is given a problem; one thread each, defaults where not said otherwise")
                .labels("solver", "program", "capacity", "contention", "startsFrom")
                .rows(ROWS_OF_SOLVERS)
                .build();
    }
}
