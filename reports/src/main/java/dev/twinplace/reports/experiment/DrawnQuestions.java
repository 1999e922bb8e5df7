package dev.twinplace.reports.experiment;

import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import java.util.List;
import java.util.stream.LongStream;

/** Questions about scenarios that are drawn by consecutive seeds. */
public final class DrawnQuestions {
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    private DrawnQuestions() {}

    /** A generator of scenarios of one size, with eight devices per twin and α as in Table 2. */
    public static ScenarioGenerator generator(Profile profile, Coupling coupling, int twins, int edges) {
        return new ScenarioGenerator(
                profile, coupling, twins, Math.multiplyExact(DEVICES_PER_TWIN, twins), edges, PaperDefaults.ALPHA);
    }

    /** The scenarios of so many seeds, from the first on. */
    public static List<Scenario> scenarios(ScenarioGenerator generator, int count, long firstSeed) {
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(generator::generate)
                .toList();
    }

    /** Questions about {@code count} scenarios with consecutive seeds. */
    public static List<ScenarioQuestion> of(ScenarioGenerator generator, int count, long firstSeed) {
        return about(scenarios(generator, count, firstSeed));
    }

    /** Questions about these scenarios, labelled by their names. */
    public static List<ScenarioQuestion> about(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> ScenarioQuestion.of(scenario.name(), scenario))
                .toList();
    }

    /** M and S as tables call them. */
    public static String size(int twins, int edges) {
        return twins + "×" + edges;
    }
}
