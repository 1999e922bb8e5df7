package dev.twinplace.cli;

import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.reports.experiment.ProblemGroup;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which problems {@code compare} draws where there are no files. */
final class DrawnProblems {
    /** Say what to draw. */
    static final List<String> OPTIONS = List.of("--coupling", "--profile", "--instances", "--twins", "--edges");

    private static final int GRID_INSTANCES = 10;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--coupling",
            split = ",",
            description = "One or several of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Coupling> couplings = List.of(Coupling.values());

    @Option(names = "--profile", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Profile profile = Profile.TABLE2;

    @Option(
            names = "--instances",
            paramLabel = "C",
            description = "Problems of the size of Table 2 for each coupling, or of each other size (default:"
                    + " ${DEFAULT-VALUE}).")
    private int instances = 100;

    @Option(
            names = "--twins",
            split = ",",
            paramLabel = "M",
            description = "Compare on other sizes: one or several numbers of twins, with every number of --edges.")
    private List<Integer> twins = List.of();

    @Option(names = "--edges", split = ",", paramLabel = "S", description = "Goes with --twins (default: 3).")
    private List<Integer> edges = List.of();

    /**
     * Problems that are compared on together.
     *
     * @param title for people
     * @param groups by size
     * @param isSmall whether slow solvers can take them
     */
    record ProblemSet(String title, List<ProblemGroup> groups, boolean isSmall) {}

    /** Makes sure that the options can be drawn by. */
    void check() {
        Usage.require(spec, instances >= 1, "--instances: must be >= 1, but was " + instances);
        Usage.require(spec, edges.isEmpty() || !twins.isEmpty(), "--edges: must be given with --twins");
    }

    /**
     * The sets, each drawn when it is its turn.
     *
     * @param seed of the first problem of each group
     */
    Stream<ProblemSet> sets(long seed) {
        return couplings.stream()
                .flatMap(coupling -> twins.isEmpty() ? ofPaperSizes(coupling, seed) : Stream.of(grid(coupling, seed)));
    }

    private Stream<ProblemSet> ofPaperSizes(Coupling coupling, long seed) {
        Stream<Boolean> smallFirst = Stream.of(true, false);
        return smallFirst.map(isSmall -> isSmall ? smallGrid(coupling, seed) : table2(coupling, seed));
    }

    private ProblemSet smallGrid(Coupling coupling, long seed) {
        List<ProblemGroup> groups = ProblemGroup.smallGrid(profile, coupling, GRID_INSTANCES, seed);
        return set(coupling + ", small grid: M 4 to 10, S 1 to 3", groups, true);
    }

    private ProblemSet table2(Coupling coupling, long seed) {
        List<ProblemGroup> groups = List.of(ProblemGroup.table2(profile, coupling, instances, seed));
        return set(coupling + ", Table 2: M 15, S 3", groups, false);
    }

    private ProblemSet grid(Coupling coupling, long seed) {
        List<Integer> sizes = edges.isEmpty() ? List.of(PaperDefaults.EDGES) : edges;
        List<ProblemGroup> groups =
                Usage.valid(spec, () -> ProblemGroup.grid(profile, coupling, twins, sizes, instances, seed));
        return set(coupling + ", M " + join(twins) + ", S " + join(sizes), groups, false);
    }

    private ProblemSet set(String what, List<ProblemGroup> groups, boolean isSmall) {
        int problems =
                groups.stream().mapToInt(group -> group.instances().size()).sum();
        return new ProblemSet(what + ", profile " + profile + ", problems: " + problems, groups, isSmall);
    }

    private static String join(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
