package dev.twinplace.cli;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.SolverComparison;
import dev.twinplace.reports.experiment.SolverScore;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Comparisons for people: a table each, a line for every solver, or for every problem and solver. */
final class ComparisonTable implements ComparisonWriter {
    private final PrintWriter out;
    private final boolean perProblem;

    ComparisonTable(PrintWriter out, boolean perProblem) {
        this.out = out;
        this.perProblem = perProblem;
    }

    @Override
    public void write(Compared compared) {
        SolverComparison.Result result = compared.result();
        out.println(compared.title());
        if (result.unproven() > 0) {
            out.println(
                    "Problems without a proven optimum: " + result.unproven() + ". Their gaps are to a lower bound.");
        }
        out.println();
        out.println(perProblem ? rows(compared) : scores(result.scores()));
        out.flush();
    }

    /** It is said on standard error. */
    @Override
    public void fail(String title, String error) {}

    /** At most 80 columns wide: the few solvers that did not answer everything are listed below, not in a column. */
    private static String scores(List<SolverScore> scores) {
        String table = new TextTable<SolverScore>()
                .words("solver", SolverScore::solver)
                .figures("gap", score -> FigureText.percent(score.meanGap(), 3))
                .figures("worst", score -> FigureText.percent(score.worstGap(), 1))
                .figures("hits", score -> FigureText.percent(score.hitRate(), 0))
                .figures("proven", score -> FigureText.percent(score.provenRate(), 0))
                .figures("median", score -> FigureText.time(score.medianMicros()))
                .figures("99 %", score -> FigureText.time(score.p99Micros()))
                .figures("pareto", score -> score.isOnFrontOf(scores) ? "*" : "")
                .of(scores);
        String unanswered = scores.stream()
                .filter(score -> !score.answersAll())
                .map(score -> " " + score.solver() + " answered " + score.answered() + " of " + score.problems() + "\n")
                .collect(Collectors.joining());
        return unanswered.isEmpty() ? table : table + "\n" + unanswered;
    }

    private static String rows(Compared compared) {
        TextTable<SolverComparison.Attempt> table = new TextTable<>();
        if (compared.firstSeed().isPresent()) {
            long first = compared.firstSeed().getAsLong();
            table.figures("twins", row -> String.valueOf(problem(row).twins()))
                    .figures("servers", row -> String.valueOf(problem(row).servers()))
                    .figures("seed", row -> String.valueOf(first + row.judged().index()));
        }
        return table.words("solver", SolverComparison.Attempt::solver)
                .words("status", row -> row.result().status().toString())
                .figures(
                        "cost",
                        row -> number(
                                row.judged().question().userCost(row.result().cost())))
                .figures("gap", row -> FigureText.percent(row.gap(), 3))
                .figures("time", row -> FigureText.time(row.times().medianMicros()))
                .of(compared.result().attempts());
    }

    private static PlacementProblem problem(SolverComparison.Attempt row) {
        return row.judged().question().problem();
    }

    private static String number(double value) {
        return Double.isFinite(value) ? FigureText.number(value) : "-";
    }
}
