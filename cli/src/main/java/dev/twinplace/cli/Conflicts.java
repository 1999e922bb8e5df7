package dev.twinplace.cli;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.Question;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.exact.conflict.Conflict;
import java.util.Optional;

/** Finds what stands in the way of a placement. */
final class Conflicts {
    private Conflicts() {}

    /** The conflict of a question that was proven to have no answer; empty otherwise, and where none is found in time. */
    static Optional<Conflict> of(Answer answer) {
        if (answer.result().status() != SolveStatus.INFEASIBLE) {
            return Optional.empty();
        }
        Question question = answer.question();
        return question instanceof ScenarioQuestion scenario
                ? Conflict.of(scenario.scenario())
                : Conflict.of(question.problem());
    }
}
