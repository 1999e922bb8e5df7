package dev.twinplace.cli;

import dev.twinplace.api.SolveResult;
import java.io.PrintWriter;
import java.util.Locale;

/** An answer for people: the table of twins, then what was found, what was proven, and how long it took. */
final class SolutionTable {
    private SolutionTable() {}

    static void print(Question question, String solver, SolveResult result, PrintWriter out) {
        out.println(question.description());
        out.println();
        result.placement().ifPresent(placement -> {
            out.print(question.table(placement));
            out.println();
            out.println("cost         " + Figures.number(question.userCost(result.cost())));
        });
        out.println("bound        " + bound(question, result));
        out.println("gap          " + Figures.percent(result.gap(), 3));
        out.println("status       " + result.status() + " by " + solver);
        result.resolution().ifPresent(error -> out.println("resolution   " + resolution(error)));
        out.println(
                "time         " + Figures.time(result.elapsed().toNanos() / 1e3) + ", " + result.nodes() + " nodes");
        out.println();
    }

    private static String resolution(double error) {
        return error == 0 ? "exact" : String.format(Locale.ROOT, "costs to within %.1e", error);
    }

    private static String bound(Question question, SolveResult result) {
        return Double.isFinite(result.lowerBound()) ? Figures.number(question.userCost(result.lowerBound())) : "-";
    }
}
