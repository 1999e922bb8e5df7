package dev.twinplace.reports.experiment.solving;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.ProblemInstance;
import java.util.List;
import java.util.stream.LongStream;

/** Problems by size, with eight devices a twin as in Table 2. */
final class Problems {
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    private Problems() {}

    static ScenarioGenerator generator(Profile profile, Coupling coupling, int twins, int edges) {
        return new ScenarioGenerator(
                profile, coupling, twins, Math.multiplyExact(DEVICES_PER_TWIN, twins), edges, PaperDefaults.ALPHA);
    }

    static List<Scenario> scenarios(ScenarioGenerator generator, int count, long seed) {
        return LongStream.range(seed, seed + count)
                .mapToObj(generator::generate)
                .toList();
    }

    static List<ProblemInstance> drawn(ScenarioGenerator generator, int count, long seed) {
        return scenarios(generator, count, seed).stream()
                .map(ProblemInstance::of)
                .toList();
    }

    /** As tables call it. */
    static String size(int twins, int edges) {
        return twins + "×" + edges;
    }
}
