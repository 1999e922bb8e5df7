package dev.twinplace.reports.experiment;

import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Problems over which figures are averaged: of one size, drawn by consecutive seeds.
 *
 * @param name for people
 * @param twins M
 * @param edges S
 * @param problems at least one
 */
public record ProblemGroup(String name, int twins, int edges, List<PlacementProblem> problems) {
    private static final int[] GRID_TWINS = {4, 6, 8, 10};
    private static final int[] GRID_EDGES = {1, 2, 3};
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;

    public ProblemGroup {
        problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems: must have at least one problem, but was empty");
        }
    }

    /** A grid of sizes small enough for plain enumeration, (S+1)^M ≤ 4^10, with eight devices per twin as in Table 2. */
    public static List<ProblemGroup> smallGrid(Profile profile, Coupling coupling, int instances, long seed) {
        List<ProblemGroup> groups = new ArrayList<>();
        for (int edges : GRID_EDGES) {
            for (int twins : GRID_TWINS) {
                ScenarioGenerator generator = new ScenarioGenerator(
                        profile, coupling, twins, DEVICES_PER_TWIN * twins, edges, PaperDefaults.ALPHA);
                groups.add(drawn("small grid", generator, instances, seed));
            }
        }
        return groups;
    }

    /** The sizes of the paper's Table 2. */
    public static ProblemGroup table2(Profile profile, Coupling coupling, int instances, long seed) {
        return drawn("Table 2", ScenarioGenerator.table2(profile, coupling), instances, seed);
    }

    private static ProblemGroup drawn(String name, ScenarioGenerator generator, int instances, long seed) {
        List<PlacementProblem> problems = LongStream.range(seed, seed + instances)
                .mapToObj(each -> ScenarioCompiler.compile(generator.generate(each)))
                .toList();
        return new ProblemGroup(name, generator.twins(), generator.edges(), problems);
    }
}
