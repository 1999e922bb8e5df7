package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.Scale;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** The environment of section 5.1: what is trained on, and what is judged by. */
final class PaperTests {
    /** No training has it as its own: all trained models are judged by the same problems. */
    private static final long TEST_SEED = 1_000;

    private PaperTests() {}

    /** Table 2's numbers; fewer devices and twins only for tests. */
    static ScenarioGenerator generator(Coupling coupling, double alpha, Scale scale) {
        int twins = scale.pick(PaperDefaults.TWINS, PaperDefaults.TWINS, 3);
        int devices = scale.pick(PaperDefaults.DEVICES, PaperDefaults.DEVICES, 6);
        return new ScenarioGenerator(Profile.TABLE2, coupling, twins, devices, PaperDefaults.EDGES, alpha);
    }

    /** Questions that no training sees. */
    static List<ScenarioQuestion> unseen(ScenarioGenerator generator, int count) {
        return unseen(generator, count, UnaryOperator.identity());
    }

    /** The same, each scenario edited. */
    static List<ScenarioQuestion> unseen(ScenarioGenerator generator, int count, UnaryOperator<Scenario> edit) {
        PaperScenarios scenarios = new PaperScenarios(generator, TEST_SEED, edit);
        return DrawnQuestions.about(
                LongStream.range(0, count).mapToObj(scenarios::validation).toList());
    }
}
