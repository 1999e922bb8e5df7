package dev.twinplace.cli;

import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.AnswerWriter;
import dev.twinplace.decision.ServerFigures;
import dev.twinplace.decision.TwinFigures;
import dev.twinplace.model.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers for people: the table of twins, then what was found, what was proven, and how long it took; a summary of several. */
final class AnswerTable implements AnswerWriter {
    private final PrintWriter out;
    private final AnswerSummary summary = new AnswerSummary();

    AnswerTable(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(Answer answer) {
        SolveResult result = answer.result();
        out.println(answer.question().description());
        out.println();
        if (result.placement().isPresent()) {
            out.print(twins(answer));
            out.println();
            printServers(answer);
            line("cost", FigureText.number(answer.cost()));
        }
        line("bound", Double.isFinite(answer.bound()) ? FigureText.number(answer.bound()) : "-");
        line("gap", FigureText.percent(result.gap(), 3));
        line("status", result.status() + " by " + answer.solver() + credits(answer));
        result.resolution().ifPresent(error -> line("resolution", resolution(error)));
        line("time", FigureText.time(result.elapsed().toNanos() / 1e3) + ", " + result.nodes() + " nodes");
        out.println();
        out.flush();
        summary.add(result);
    }

    /** Where a server has a limit. */
    private void printServers(Answer answer) {
        List<ServerFigures> servers = answer.servers();
        if (ServerTable.hasCapacities(servers)) {
            out.print(ServerTable.of(answer.question().hasIds() ? "server" : "agent", servers));
            out.println();
        }
    }

    @Override
    public void fail(String file, String error) {
        summary.addFailure();
    }

    @Override
    public void end() {
        if (summary.problems() > 1) {
            summary.lines().forEach(this::line);
            out.flush();
        }
    }

    private void line(String label, String text) {
        out.println(String.format(Locale.ROOT, "%-12s %s", label, text));
    }

    private static String credits(Answer answer) {
        List<String> credits = new ArrayList<>();
        answer.result().placementBy().ifPresent(id -> credits.add("placement by " + id));
        answer.result().boundBy().ifPresent(id -> credits.add("bound by " + id));
        return credits.isEmpty() ? "" : " (" + String.join(", ", credits) + ")";
    }

    private static String resolution(double error) {
        return error == 0 ? "exact" : String.format(Locale.ROOT, "costs to within %.1e", error);
    }

    private static String twins(Answer answer) {
        Optional<Outcome> outcome = answer.outcome();
        return outcome.isPresent() ? twins(answer.twins(), outcome.get()) : jobs(answer.twins());
    }

    private static String twins(List<TwinFigures> twins, Outcome outcome) {
        List<TwinFigures> rows = new ArrayList<>(twins);
        int devices = twins.stream().mapToInt(TwinFigures::devices).sum();
        rows.add(new TwinFigures(
                "total",
                Optional.empty(),
                devices,
                Double.NaN,
                outcome.totalEnergyMilliJoule(),
                Double.NaN,
                outcome.totalCost()));
        return new TextTable<TwinFigures>()
                .words("twin", TwinFigures::twin)
                .words("server", AnswerTable::server)
                .figures("devices", row -> String.valueOf(row.devices()))
                .figures("latency (s)", row -> latency(row.latencySeconds()))
                .figures("energy (mJ)", row -> FigureText.number(row.energyMilliJoule()))
                .figures("cost", row -> FigureText.number(row.cost()))
                .figures("share", row -> FigureText.percent(row.cost() / outcome.totalCost(), 1))
                .of(rows);
    }

    /** The total, whose latency is not a number, has none. */
    private static String server(TwinFigures row) {
        return row.server().orElse(Double.isNaN(row.latencySeconds()) ? "" : "unplaced");
    }

    /** The total has none: latencies of twins do not add up. */
    private static String latency(double seconds) {
        return Double.isNaN(seconds) ? "" : FigureText.number(seconds);
    }

    private static String jobs(List<TwinFigures> twins) {
        return new TextTable<TwinFigures>()
                .words("job", TwinFigures::twin)
                .words("agent", AnswerTable::server)
                .figures("demand", row -> FigureText.number(row.demand()))
                .figures("cost", row -> FigureText.number(row.cost()))
                .of(twins);
    }
}
