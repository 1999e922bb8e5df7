package dev.twinplace.benchmarks.peers.placement;

import java.util.ArrayList;
import java.util.List;

/** In which form each solver takes a problem, and what it starts from. */
final class Forms {
    private static final String GLOVER = "linear, Glover's w and z of O(M·S) rows";

    private Forms() {}

    static ResultTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (String solver : Plan.SOLVERS) {
            rows.add(
                    switch (solver) {
                        case "greedy" -> row(solver, "ours", "as it is", "as it is", "nothing");
                        case "local-search" -> row(solver, "ours", "as it is", "as it is", "greedy");
                        case "ddl-pair" -> row(solver, "ours", "as it is", "as it is", "trained weights; ends in local search");
                        case "lagrangian", "branch-and-bound" ->
                            row(solver, "ours", "as it is", "as it is", "greedy and local search");
                        case "cp-sat" ->
                            row(
                                    solver,
                                    "OR-Tools' CP-SAT",
                                    "integer rows",
                                    "integer products as a difference of squares",
                                    "our greedy and local search, as hint and as answer of last resort");
                        case "scip" -> row(solver, "SCIP in OR-Tools' ModelBuilder", "linear rows", GLOVER, "nothing");
                        case "mip" ->
                            row(
                                    solver,
                                    "ojAlgo",
                                    "linear rows",
                                    GLOVER,
                                    "nothing; our greedy and local search are the answer of last resort");
                        case "timefold" ->
                            row(
                                    solver,
                                    "Timefold, default phases",
                                    "constraint stream, hard score",
                                    "constraint stream, product of two sums",
                                    "nothing");
                        case "choco" ->
                            row(
                                    solver,
                                    "Choco, weighted degree, last conflict, cheapest server first",
                                    "scalar over channelled Booleans",
                                    "product of two integer variables",
                                    "nothing");
                        default -> throw new IllegalStateException("no form of " + solver);
                    });
        }
        return new ResultTable(
                "forms",
                "How each solver is given a problem; one thread each, defaults where not said otherwise",
                ResultTable.columns("solver", "program", "capacity", "contention", "startsFrom"),
                rows);
    }

    private static List<Object> row(String solver, String program, String capacity, String contention, String start) {
        return List.of(solver, program, capacity, contention, start);
    }
}
