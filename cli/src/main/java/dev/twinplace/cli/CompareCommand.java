package dev.twinplace.cli;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.Solvers;
import dev.twinplace.ddl.pair.Polish;
import dev.twinplace.generate.Profile;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.Sense;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.Comparison;
import dev.twinplace.reports.experiment.InfeasibleProblemException;
import dev.twinplace.reports.experiment.ProblemGroup;
import dev.twinplace.reports.experiment.SolverScore;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace compare}. */
@Command(
        name = "compare",
        description = {
            "Compares every solver with the proven optimum: on scenario files, or on a grid of small problems and on the"
                    + " paper's Table 2.",
            "",
            "gap: (cost - optimum) / optimum. hits: share of problems solved to the optimum. proven: share of problems"
                    + " whose optimum the solver proved itself. range closed: 100 %% is optimal, 0 %% as good as random"
                    + " placement. pareto: * where no other solver is both as close and as fast; one of these is best for any"
                    + " time there is. time: median over problems of the fastest of several decisions, from the compiled"
                    + " problem to the checked placement."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    private static final int GRID_INSTANCES = 10;

    /** Take seconds for many a problem of Table 2: there only if asked for. */
    private static final List<String> SLOW = List.of("enumeration", "mip");

    /** Say what to draw where there are no files. */
    private static final List<String> OF_DRAWN_PROBLEMS =
            List.of("--coupling", "--profile", "--instances", "--twins", "--edges");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scenario files; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--coupling",
            split = ",",
            description = "One or several of ${COMPLETION-CANDIDATES} (default: all).")
    private List<Coupling> couplings = List.of(Coupling.values());

    @Option(names = "--profile", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Profile profile = Profile.TABLE2;

    @Option(
            names = "--solver",
            split = ",",
            paramLabel = "ID",
            completionCandidates = SolverIds.class,
            description =
                    "One or several of ${COMPLETION-CANDIDATES} (default: all, but enumeration and mip only on the"
                            + " grid).")
    private List<String> solvers = List.of();

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
    private List<Integer> edges = List.of(PaperDefaults.EDGES);

    @Option(
            names = "--polish",
            description = "Last step of ddl-pair: ${COMPLETION-CANDIDATES} (default: local-search).")
    private Polish polish;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time for each decision (default: 1s).")
    private Duration budget = Duration.ofSeconds(1);

    @Option(names = "--seed", paramLabel = "L", description = "Of the first problem (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads an exact solver may use (default: one per processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        Usage.require(spec, instances >= 1, "--instances: must be >= 1, but was " + instances);
        Usage.require(spec, threads >= 1, "--threads: must be at least 1, but was " + threads);
        List<String> ids = (solvers.isEmpty()
                        ? Solvers.all().stream().map(SolverEntry::id).toList()
                        : solvers)
                .stream().map(this::solver).toList();
        if (!files.isEmpty()) {
            requireNothingToDraw();
            return worst(files, file -> compareOnFile(file, ids));
        }
        return worst(
                couplings,
                coupling -> twins.isEmpty() ? compareOnPaperSizes(coupling, ids) : compareOnGrid(coupling, ids));
    }

    private String solver(String id) {
        return Usage.valid(spec, () -> LearnedOptions.spec(id, null, polish)).toString();
    }

    private static <T> int worst(List<T> parts, ToIntFunction<T> comparison) {
        return parts.stream().mapToInt(comparison).reduce(ExitStatus.OK, ExitStatus::worse);
    }

    private int compareOnGrid(Coupling coupling, List<String> ids) {
        List<ProblemGroup> groups =
                Usage.valid(spec, () -> ProblemGroup.grid(profile, coupling, twins, edges, instances, seed));
        String title = drawn(coupling + ", M " + join(twins) + ", S " + join(edges), groups);
        return compare(title, groups, withoutSlow(ids));
    }

    private void requireNothingToDraw() {
        for (String option : OF_DRAWN_PROBLEMS) {
            Usage.require(
                    spec,
                    !spec.commandLine().getParseResult().hasMatchedOption(option),
                    option + ": must not be given with scenario files, for it says what to draw");
        }
    }

    /** A file that cannot be read is reported, and the others are still compared on. */
    private int compareOnFile(String file, List<String> ids) {
        PlacementProblem problem;
        try {
            problem = Input.SCENARIO.read(file, Sense.MIN).problem();
        } catch (InvalidInputException e) {
            return new Failures(spec.commandLine().getErr()).badInput(e.getMessage());
        }
        ProblemGroup group = new ProblemGroup(file, problem.twins(), problem.servers() - 1, List.of(problem));
        return compare(file, List.of(group), withoutSlow(ids));
    }

    private static String join(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private int compareOnPaperSizes(Coupling coupling, List<String> ids) {
        List<ProblemGroup> grid = ProblemGroup.smallGrid(profile, coupling, GRID_INSTANCES, seed);
        int small = compare(drawn(coupling + ", small grid: M 4 to 10, S 1 to 3", grid), grid, ids);
        List<ProblemGroup> table2 = List.of(ProblemGroup.table2(profile, coupling, instances, seed));
        int large = compare(drawn(coupling + ", Table 2: M 15, S 3", table2), table2, withoutSlow(ids));
        return ExitStatus.worse(small, large);
    }

    private String drawn(String title, List<ProblemGroup> groups) {
        int problems =
                groups.stream().mapToInt(group -> group.problems().size()).sum();
        return title + ", profile " + profile + ", problems: " + problems;
    }

    private List<String> withoutSlow(List<String> ids) {
        return solvers.isEmpty() ? ids.stream().filter(id -> !SLOW.contains(id)).toList() : ids;
    }

    private int compare(String title, List<ProblemGroup> groups, List<String> ids) {
        Failures failures = new Failures(spec.commandLine().getErr());
        Comparison.Result result;
        try (Progress progress = new Progress(title, groups.size() * (1 + ids.size()))) {
            result = new Comparison(ids, threads, Budget.ofTime(budget), seed, progress::step).run(groups);
        } catch (InfeasibleProblemException e) {
            return failures.endWith(ExitStatus.INFEASIBLE, title + ": " + e.getMessage());
        }
        print(title, result);
        return result.isUnanswered()
                ? failures.endWith(ExitStatus.NO_ANSWER, title + ": no solver found a placement in its budget")
                : ExitStatus.OK;
    }

    private void print(String title, Comparison.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(title);
        if (result.unproven() > 0) {
            out.println(
                    "Problems without a proven optimum: " + result.unproven() + ". Their gaps are to a lower bound.");
        }
        out.println();
        out.println(new TextTable<SolverScore>()
                .words("solver", SolverScore::solver)
                .figures("answered", score -> score.answered() + "/" + score.problems())
                .figures("gap", score -> Figures.percent(score.meanGap(), 3))
                .figures("p95", score -> Figures.percent(score.p95Gap(), 3))
                .figures("worst", score -> Figures.percent(score.worstGap(), 3))
                .figures("hits", score -> Figures.percent(score.hitRate(), 0))
                .figures("proven", score -> Figures.percent(score.provenRate(), 0))
                .figures("range closed", score -> Figures.percent(score.rangeClosed(), 2))
                .figures("time", score -> Figures.time(score.medianMicros()))
                .figures("pareto", score -> mark(score, result.scores()))
                .of(result.scores()));
        out.flush();
    }

    private static String mark(SolverScore score, List<SolverScore> all) {
        return score.answersAll() && !score.isDominatedIn(all) ? "*" : "";
    }
}
