package dev.twinplace.service.decide;

import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.AnswerJson;
import dev.twinplace.decision.replan.Proposal;
import dev.twinplace.decision.replan.ProposalJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The bytes of an answer.
 *
 * @param line {@code twinplace/solution/2} with a line's end, UTF-8
 * @param solver id of the solver that was asked
 * @param result what it found
 * @param moves how many twins move; empty for a first placement
 */
public record Reply(byte[] line, String solver, SolveResult result, OptionalLong moves) {
    private static final int TYPICAL_LENGTH = 4096;

    static Reply of(Answer answer) {
        return new Reply(
                line(out -> new AnswerJson(out).write(answer)), answer.solver(), answer.result(), OptionalLong.empty());
    }

    static Reply of(Proposal proposal) {
        Answer answer = proposal.answer();
        return new Reply(
                line(out -> ProposalJson.write(proposal, out)),
                answer.solver(),
                answer.result(),
                OptionalLong.of(proposal.countMoves()));
    }

    /** The line for a question without an answer. */
    public static byte[] failure(String source, String error) {
        return line(out -> new AnswerJson(out).fail(source, error));
    }

    private static byte[] line(Consumer<PrintWriter> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_LENGTH);
        PrintWriter out = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
        content.accept(out);
        out.flush();
        return bytes.toByteArray();
    }
}
