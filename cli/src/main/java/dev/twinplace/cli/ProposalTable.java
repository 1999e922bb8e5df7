package dev.twinplace.cli;

import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.replan.Move;
import dev.twinplace.decision.replan.Proposal;
import dev.twinplace.model.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A proposal for people: the moves in order, what changes with them, and how good that is. */
final class ProposalTable {
    private final PrintWriter out;

    /** A figure before and after the moves. */
    private record Change(String name, String before, String after, String difference) {}

    ProposalTable(PrintWriter out) {
        this.out = out;
    }

    void write(Proposal proposal) {
        Answer answer = proposal.answer();
        SolveResult result = answer.result();
        out.println(answer.question().description());
        out.println();
        if (!proposal.moves().isEmpty()) {
            out.print(moves(proposal.moves()));
            out.println();
        }
        proposal.after().ifPresent(after -> {
            out.print(changes(proposal, after));
            out.println();
        });
        proposal.remarks().forEach(out::println);
        proposal.after().ifPresent(after -> {
            line("moves", counts(proposal));
            line("move costs", FigureText.number(proposal.moveCosts()));
            line("cost", FigureText.number(answer.cost()) + " with move costs");
        });
        line("bound", Double.isFinite(answer.bound()) ? FigureText.number(answer.bound()) : "-");
        line("gap", FigureText.percent(result.gap(), 3));
        line("status", result.status() + " by " + answer.solver());
        line("time", FigureText.time(result.elapsed().toNanos() / 1e3) + ", " + result.nodes() + " nodes");
        out.flush();
    }

    private static String counts(Proposal proposal) {
        long forced = proposal.moves().stream().filter(Move::forced).count();
        long started = proposal.moves().size() - proposal.countMoves();
        return proposal.countMoves()
                + (forced > 0 ? ", " + forced + " of them forced" : "")
                + (proposal.maxMoves().isPresent()
                        ? ", limit " + proposal.maxMoves().getAsInt()
                        : "")
                + (started > 0 ? "; " + started + " started" : "");
    }

    private static String moves(List<Move> moves) {
        return new TextTable<Move>()
                .words("twin", Move::twin)
                .words("from", move -> move.from().orElse("-"))
                .words("to", move -> move.to().orElse("unplaced"))
                .words("reason", move -> (move.forced() ? "forced: " : "") + move.reason())
                .of(moves);
    }

    private static String changes(Proposal proposal, Outcome after) {
        Outcome before = proposal.before();
        List<Change> rows = new ArrayList<>();
        long running = proposal.runningAfter() - proposal.runningBefore();
        rows.add(new Change(
                "twins running",
                String.valueOf(proposal.runningBefore()),
                String.valueOf(proposal.runningAfter()),
                running == 0 ? "0" : String.format(Locale.ROOT, "%+d", running)));
        rows.add(change("cost", before.totalCost(), after.totalCost()));
        rows.add(change("latency (device-s)", before.totalLatencySeconds(), after.totalLatencySeconds()));
        rows.add(change("energy (mJ)", before.totalEnergyMilliJoule(), after.totalEnergyMilliJoule()));
        return new TextTable<Change>()
                .words("", Change::name)
                .figures("before", Change::before)
                .figures("after", Change::after)
                .figures("difference", Change::difference)
                .of(rows);
    }

    private static Change change(String name, double before, double after) {
        double difference = after - before;
        String sign = difference > 0 ? "+" : "";
        return new Change(
                name, FigureText.number(before), FigureText.number(after), sign + FigureText.number(difference));
    }

    private void line(String label, String text) {
        out.println(String.format(Locale.ROOT, "%-12s %s", label, text));
    }
}
