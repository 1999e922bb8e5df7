package dev.twinplace.benchmarks;

import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.DrawnQuestions;
import java.util.List;

/** Problems of one size, compiled, by consecutive seeds from 1. */
final class Problems {
    private Problems() {}

    /**
     * M twins with eight devices each on S edge servers and a cloud.
     *
     * @param size M and S, like 30x5
     */
    static List<PlacementProblem> of(String size, Profile profile, Coupling coupling, int count) {
        return questions(size, profile, coupling, count).stream()
                .map(ScenarioQuestion::problem)
                .toList();
    }

    /** As {@link #of}: where to run their twins. */
    static List<ScenarioQuestion> questions(String size, Profile profile, Coupling coupling, int count) {
        int cross = size.indexOf('x');
        int twins = Integer.parseInt(size.substring(0, cross));
        int edges = Integer.parseInt(size.substring(cross + 1));
        return DrawnQuestions.of(DrawnQuestions.generator(profile, coupling, twins, edges), count, 1);
    }
}
