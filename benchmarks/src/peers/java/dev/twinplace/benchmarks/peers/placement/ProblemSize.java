package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.Arrays;

/** The paper's Table 2, and clustered problems of M twins, with eight devices each, on S edges and a cloud. */
enum ProblemSize {
    TABLE2("table2", Profile.TABLE2, PaperDefaults.TWINS, PaperDefaults.EDGES),
    M50S10("M50S10", Profile.CLUSTERED, 50, 10),
    M200S20("M200S20", Profile.CLUSTERED, 200, 20),
    M1000S50("M1000S50", Profile.CLUSTERED, 1000, 50);

    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    private final String id;
    private final Profile profile;
    private final int twins;
    private final int edges;

    ProblemSize(String id, Profile profile, int twins, int edges) {
        this.id = id;
        this.profile = profile;
        this.twins = twins;
        this.edges = edges;
    }

    static ProblemSize ofId(String id) {
        return Arrays.stream(values())
                .filter(size -> size.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("size: unknown, " + id));
    }

    PlacementProblem problem(Coupling coupling, long seed) {
        return ScenarioCompiler.compile(
                new ScenarioGenerator(profile, coupling, twins, DEVICES_PER_TWIN * twins, edges, PaperDefaults.ALPHA)
                        .generate(seed));
    }

    @Override
    public String toString() {
        return id;
    }
}
