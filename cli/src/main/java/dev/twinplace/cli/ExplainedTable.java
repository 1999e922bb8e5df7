package dev.twinplace.cli;

import dev.twinplace.decision.Answer;
import dev.twinplace.decision.AnswerWriter;
import dev.twinplace.decision.explain.Explanation;
import dev.twinplace.decision.explain.ScarceResource;
import dev.twinplace.decision.explain.TwinChoice;
import dev.twinplace.decision.explain.UnplacedTwin;
import dev.twinplace.exact.conflict.Conflict;
import java.io.PrintWriter;
import java.util.List;

/** Answers for people, each with what keeps each twin in its place, or what stands in the way of any placement. */
final class ExplainedTable implements AnswerWriter {
    private final PrintWriter out;
    private final AnswerTable answers;

    ExplainedTable(PrintWriter out) {
        this.out = out;
        answers = new AnswerTable(out);
    }

    @Override
    public void write(Answer answer) {
        answers.write(answer);
        if (answer.result().placement().isPresent()) {
            write(Explanation.of(answer));
        }
        Conflicts.of(answer).ifPresent(this::write);
        out.flush();
    }

    private void write(Conflict conflict) {
        out.println("conflict     " + conflict.summary());
        conflict.rules().forEach(rule -> out.println("  " + rule.text()));
        out.println(
                conflict.minimal()
                        ? "Without any one of these rules, the others can be kept."
                        : "Not all of these rules may be needed for the conflict: time ran out.");
        if (!conflict.changes().isEmpty()) {
            out.println("change       " + String.join("; ", conflict.changes()));
            out.println("cost then    " + FigureText.number(conflict.costAfter()));
        }
        out.println();
    }

    private void write(Explanation explanation) {
        out.print(new TextTable<TwinChoice>()
                .words("twin", TwinChoice::twin)
                .words("server", choice -> choice.server().orElse("unplaced"))
                .words("next best", ExplainedTable::next)
                .figures("costs more", ExplainedTable::difference)
                .words("kept by", choice -> choice.keeper().id())
                .words("why", TwinChoice::reason)
                .of(explanation.twins()));
        out.println();
        for (UnplacedTwin twin : explanation.unplaced()) {
            out.println(twin.twin() + " stays unplaced:");
            twin.reasons().forEach(reason -> out.println("  " + reason));
            out.println();
        }
        if (!explanation.scarce().isEmpty()) {
            out.print(scarce(explanation.scarce()));
            out.println();
        }
    }

    private static String next(TwinChoice choice) {
        return choice.isFree() ? choice.next().orElse("unplaced") : "-";
    }

    private static String difference(TwinChoice choice) {
        return choice.difference().isPresent()
                ? FigureText.number(choice.difference().getAsDouble())
                : "-";
    }

    private static String scarce(List<ScarceResource> scarce) {
        return new TextTable<ScarceResource>()
                .words("scarce on", ScarceResource::server)
                .words("resource", ScarceResource::resource)
                .figures("free", row -> Double.isFinite(row.free()) ? FigureText.number(row.free()) : "shared")
                .figures("price", row -> FigureText.number(row.price()))
                .of(scarce);
    }

    @Override
    public void fail(String file, String error) {
        answers.fail(file, error);
    }

    @Override
    public void end() {
        answers.end();
    }
}
