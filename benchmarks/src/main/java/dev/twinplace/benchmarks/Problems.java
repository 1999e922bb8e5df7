package dev.twinplace.benchmarks;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.List;
import java.util.stream.LongStream;

/** Problems of one size, compiled, by consecutive seeds from 1. */
final class Problems {
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    private Problems() {}

    /**
     * M twins with eight devices each on S edge servers and a cloud.
     *
     * @param size M and S, like 30x5
     */
    static List<PlacementProblem> of(String size, Profile profile, Coupling coupling, int count) {
        int cross = size.indexOf('x');
        int twins = Integer.parseInt(size.substring(0, cross));
        int edges = Integer.parseInt(size.substring(cross + 1));
        ScenarioGenerator generator =
                new ScenarioGenerator(profile, coupling, twins, DEVICES_PER_TWIN * twins, edges, PaperDefaults.ALPHA);
        return LongStream.rangeClosed(1, count)
                .mapToObj(seed -> ScenarioCompiler.compile(generator.generate(seed)))
                .toList();
    }
}
