package dev.twinplace.cli;

import dev.twinplace.decision.Answer;
import dev.twinplace.decision.AnswerJson;
import dev.twinplace.decision.AnswerWriter;
import dev.twinplace.decision.Question;
import dev.twinplace.decision.explain.Explanation;
import dev.twinplace.decision.explain.ExplanationJson;
import dev.twinplace.exact.conflict.Conflict;
import dev.twinplace.exact.conflict.ConflictJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Answers for programs, with what keeps each twin in its place, or what stands in the way of any placement. */
final class ExplainedJson implements AnswerWriter {
    private final AnswerJson answers;

    ExplainedJson(PrintWriter out) {
        answers = new AnswerJson(out);
    }

    @Override
    public void write(Answer answer) {
        Optional<Explanation> explanation = answer.result().placement().map(placement -> Explanation.of(answer));
        Optional<Conflict> conflict = Conflicts.of(answer);
        Question question = answer.question();
        answers.write(answer, json -> {
            explanation.ifPresent(each -> ExplanationJson.write(json, each));
            conflict.ifPresent(each -> ConflictJson.write(
                    json,
                    each,
                    names(question.twins(), question::twinId),
                    names(question.servers(), question::serverId)));
        });
    }

    private static List<String> names(int count, IntFunction<String> name) {
        return IntStream.range(0, count).mapToObj(name).toList();
    }

    @Override
    public void fail(String file, String error) {
        answers.fail(file, error);
    }
}
