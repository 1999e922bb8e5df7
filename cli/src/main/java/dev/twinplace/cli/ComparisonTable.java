package dev.twinplace.cli;

import dev.twinplace.reports.experiment.Comparison;
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
        Comparison.Result result = compared.result();
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
                .figures("gap", score -> Figures.percent(score.meanGap(), 3))
                .figures("worst", score -> Figures.percent(score.worstGap(), 3))
                .figures("hits", score -> Figures.percent(score.hitRate(), 0))
                .figures("proven", score -> Figures.percent(score.provenRate(), 0))
                .figures("closed", score -> Figures.percent(score.rangeClosed(), 1))
                .figures("time", score -> Figures.time(score.medianMicros()))
                .figures("pareto", score -> score.isOnFrontOf(scores) ? "*" : "")
                .of(scores);
        String unanswered = scores.stream()
                .filter(score -> !score.answersAll())
                .map(score -> " " + score.solver() + " answered " + score.answered() + " of " + score.problems() + "\n")
                .collect(Collectors.joining());
        return unanswered.isEmpty() ? table : table + "\n" + unanswered;
    }

    private static String rows(Compared compared) {
        TextTable<Comparison.Row> table = new TextTable<>();
        if (compared.firstSeed().isPresent()) {
            long first = compared.firstSeed().getAsLong();
            table.figures("twins", row -> String.valueOf(row.problem().twins()))
                    .figures("servers", row -> String.valueOf(row.problem().servers()))
                    .figures("seed", row -> String.valueOf(first + row.index()));
        }
        return table.words("solver", Comparison.Row::solver)
                .words("status", row -> row.result().status().toString())
                .figures(
                        "cost",
                        row -> number(
                                compared.userCost().applyAsDouble(row.result().cost())))
                .figures("gap", row -> Figures.percent(row.gap(), 3))
                .figures("time", row -> Figures.time(row.micros()))
                .of(compared.result().rows());
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Figures.number(value) : "-";
    }
}
