package dev.twinplace.reports.experiment;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.problem.ProblemInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Problems over which figures are averaged: of one size, drawn by consecutive seeds.
 *
 * @param instances at least one
 */
public record ProblemGroup(List<ProblemInstance> instances) {
    private static final List<Integer> GRID_TWINS = List.of(4, 6, 8, 10);
    private static final List<Integer> GRID_EDGES = List.of(1, 2, 3);
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    public ProblemGroup {
        instances = List.copyOf(instances);
        if (instances.isEmpty()) {
            throw new IllegalArgumentException("problems: must have at least one problem, but was empty");
        }
    }

    /** A grid of sizes small enough for plain enumeration, (S+1)^M ≤ 4^10. */
    public static List<ProblemGroup> smallGrid(Profile profile, Coupling coupling, int instances, long seed) {
        return grid(profile, coupling, GRID_TWINS, GRID_EDGES, instances, seed);
    }

    /** A group for every number of edges and of twins, with eight devices per twin as in Table 2. */
    public static List<ProblemGroup> grid(
            Profile profile, Coupling coupling, List<Integer> twins, List<Integer> edges, int instances, long seed) {
        List<ProblemGroup> groups = new ArrayList<>();
        for (int s : edges) {
            for (int m : twins) {
                ScenarioGenerator generator = new ScenarioGenerator(
                        profile, coupling, m, Math.multiplyExact(DEVICES_PER_TWIN, m), s, PaperDefaults.ALPHA);
                groups.add(drawn(generator, instances, seed));
            }
        }
        return groups;
    }

    /** The sizes of the paper's Table 2. */
    public static ProblemGroup table2(Profile profile, Coupling coupling, int instances, long seed) {
        return drawn(ScenarioGenerator.table2(profile, coupling), instances, seed);
    }

    private static ProblemGroup drawn(ScenarioGenerator generator, int instances, long seed) {
        return new ProblemGroup(LongStream.range(seed, seed + instances)
                .mapToObj(each -> ProblemInstance.of(generator.generate(each)))
                .toList());
    }
}
