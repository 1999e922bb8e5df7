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

/** The bytes of an answer, and what metrics and logs want to know of it. */
public final class Reply {
    private static final int TYPICAL_LENGTH = 4096;

    private final byte[] line;
    private final String solver;
    private final SolveResult result;
    private final OptionalLong moves;

    private Reply(byte[] line, String solver, SolveResult result, OptionalLong moves) {
        this.line = line;
        this.solver = solver;
        this.result = result;
        this.moves = moves;
    }

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

    /** {@code twinplace/solution/2} with a line's end, UTF-8; the array itself. */
    public byte[] line() {
        return line;
    }

    /** Id of the solver that was asked. */
    public String solver() {
        return solver;
    }

    /** What it found. */
    public SolveResult result() {
        return result;
    }

    /** How many twins move; empty for a first placement. */
    public OptionalLong moves() {
        return moves;
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
