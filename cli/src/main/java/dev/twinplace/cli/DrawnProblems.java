package dev.twinplace.cli;

import dev.twinplace.decision.Question;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.reports.experiment.DrawnQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which problems {@code compare} draws where there are no files. */
final class DrawnProblems {
    /** Say what to draw. */
    static final List<String> OPTIONS = List.of("--coupling", "--profile", "--instances", "--twins", "--edges");

    /** Small enough for plain enumeration: at most 4^10 placements. */
    private static final List<Integer> SMALL_TWINS = List.of(4, 10);

    private static final List<Integer> SMALL_EDGES = List.of(1, 3);
    private static final int SMALL_INSTANCES = 20;

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
            description =
                    "Number of problems of the size of Table 2 for each coupling, or of each size that is given (default:"
                            + " ${DEFAULT-VALUE}).")
    private int instances = 100;

    @Option(
            names = "--twins",
            split = ",",
            paramLabel = "M",
            description = "Compare on other sizes: one or several numbers of twins, with every number of --edges.")
    private List<Integer> twins = List.of();

    @Option(
            names = "--edges",
            split = ",",
            paramLabel = "S",
            description = "Numbers of edge servers, only with --twins (default: 3).")
    private List<Integer> edges = List.of();

    /**
     * Problems that are compared on together: of one size.
     *
     * @param title for people
     * @param questions one a problem
     * @param isSmall whether slow solvers can take them
     */
    record ProblemSet(String title, List<Question> questions, boolean isSmall) {}

    /** Makes sure that the options can be drawn by. */
    void check() {
        Usage.require(spec, instances >= 1, "--instances: must be >= 1, but was " + instances);
        Usage.require(spec, edges.isEmpty() || !twins.isEmpty(), "--edges: must be given with --twins");
    }

    /**
     * The sets, each drawn when it is its turn.
     *
     * @param seed of the first problem of each set
     */
    Stream<ProblemSet> sets(long seed) {
        return couplings.stream().flatMap(coupling -> sizes().map(size -> draw(coupling, size, seed)));
    }

    private record Size(int twins, int edges, int problems, boolean isSmall) {}

    private Stream<Size> sizes() {
        return twins.isEmpty()
                ? Stream.concat(
                        grid(SMALL_TWINS, SMALL_EDGES, SMALL_INSTANCES, true),
                        grid(List.of(PaperDefaults.TWINS), List.of(PaperDefaults.EDGES), instances, false))
                : grid(twins, edges.isEmpty() ? List.of(PaperDefaults.EDGES) : edges, instances, false);
    }

    private static Stream<Size> grid(List<Integer> twins, List<Integer> edges, int problems, boolean isSmall) {
        return edges.stream().flatMap(s -> twins.stream().map(m -> new Size(m, s, problems, isSmall)));
    }

    private ProblemSet draw(Coupling coupling, Size size, long firstSeed) {
        ScenarioGenerator generator =
                Usage.valid(spec, () -> DrawnQuestions.generator(profile, coupling, size.twins(), size.edges()));
        String name = coupling + ", M " + size.twins() + ", S " + size.edges() + ", profile " + profile;
        List<Question> questions = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + size.problems(); seed++) {
            questions.add(ScenarioQuestion.of(name + ", seed " + seed, generator.generate(seed)));
        }
        return new ProblemSet(name + ", problems: " + size.problems(), questions, size.isSmall());
    }
}
