package dev.twinplace.cli;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolverEntry;
import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.Solvers;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.reports.experiment.SolverComparison;
import dev.twinplace.reports.experiment.SolverScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace compare}. */
@Command(
        name = "compare",
        description = {
            "Compares every solver with the proven optimum: on files, or on small problems of several sizes and on the"
                    + " paper's Table 2.",
            "",
            "gap: (cost - optimum) / optimum, the mean. hits: share of problems solved to the optimum. proven: share of problems"
                    + " whose optimum the solver proved itself. median, 99 %%: percentiles of the time of all decisions, from the"
                    + " compiled problem to the checked placement. pareto: * where no other solver is both as close and as"
                    + " fast; for any given time, one of these is best."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    /** Left out unless it is named: it uses its whole budget on every problem. */
    private static final String USES_WHOLE_BUDGET = "ejection-chain";

    /** Take seconds for some problems of Table 2: these solvers are left out there unless they are named. */
    private static final List<String> SLOW = List.of("enumeration", "mip");

    /** Options that describe files. */
    private static final List<String> OF_FILES = List.of("--input", "--sense");

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Scenario or other files; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--solver",
            split = ",",
            paramLabel = "ID",
            completionCandidates = SolverIds.class,
            description =
                    "One or several of ${COMPLETION-CANDIDATES} (default: all but ejection-chain, which uses its whole"
                            + " budget; enumeration and mip on small problems only).")
    private List<String> solvers = List.of();

    @Option(
            names = "--polish",
            description = "Last step of ddl-price: ${COMPLETION-CANDIDATES} (default: local-search).")
    private Polish polish;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Trained model of the learned solver that it was trained for (default: those that ship).")
    private String model;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time for each decision (default: 1s).")
    private Duration budget = Duration.ofSeconds(1);

    @Option(
            names = "--seed",
            paramLabel = "L",
            description = "Seed of the first problem, and of solvers that draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads a solver may use (default: one per processor).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--per-problem",
            description = "A line for every problem and solver, instead of one for every solver.")
    private boolean perProblem;

    @Option(
            names = "--format",
            description = "Output: a table, one JSON object per line, or CSV: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Mixin
    private QuestionOptions questions;

    @Mixin
    private DrawnProblems drawn;

    /** Solvers that were asked, in their order. */
    private List<BudgetedSolver> asked;

    private ComparisonWriter comparisons;

    @Override
    public Integer call() {
        drawn.check();
        requireOptionsThatFit();
        asked = solvers.isEmpty()
                ? create(Solvers.all().stream()
                        .map(SolverEntry::id)
                        .filter(id -> !id.equals(USES_WHOLE_BUDGET))
                        .toList())
                : create(solvers.stream().distinct().toList());
        if (!solvers.isEmpty()) {
            Warnings.print(
                    spec.commandLine().getErr(),
                    SolverTraits.warnings(
                            spec, asked.stream().map(BudgetedSolver::spec).toList(), optionsOfSolvers()));
        }
        comparisons = format.comparisons(spec.commandLine().getOut(), perProblem);
        if (!files.isEmpty()) {
            return worst(files.stream(), this::compareOnFile);
        }
        return worst(drawn.sets(seed), this::compareOnDrawn);
    }

    private void requireOptionsThatFit() {
        questions.check();
        for (String option : files.isEmpty() ? OF_FILES : DrawnProblems.OPTIONS) {
            Usage.require(
                    spec,
                    !spec.commandLine().getParseResult().hasMatchedOption(option),
                    option
                            + (files.isEmpty()
                                    ? ": must be given with files, for it says what they hold"
                                    : ": must not be given with files, for it says what to draw"));
        }
    }

    /** Problems are drawn by the seed, so it has an effect where there are no files. */
    private String[] optionsOfSolvers() {
        return files.isEmpty()
                ? new String[] {"--polish", "--threads"}
                : new String[] {"--polish", "--seed", "--threads"};
    }

    private List<BudgetedSolver> create(List<String> named) {
        Usage.require(spec, threads >= 1, "--threads: must be at least 1, but was " + threads);
        Optional<String> learned = Optional.ofNullable(model).map(Streams::path).map(ModelFile::solver);
        List<BudgetedSolver> created = new ArrayList<>();
        for (String name : named) {
            SolverSpec known = LearnedOptions.spec(spec, name, null, polish);
            boolean isOwner = learned.filter(known.id()::equals).isPresent();
            SolverSpec wanted = isOwner ? LearnedOptions.spec(spec, name, model, polish) : known;
            PlacementSolver solver = Usage.valid(spec, () -> Solvers.create(wanted));
            created.add(new BudgetedSolver(known.toString(), solver, Budget.ofTime(budget), threads));
        }
        learned.ifPresent(id -> Usage.require(
                spec, ids(created).contains(id), "--model: must be used with --solver " + id + ", whose model it is"));
        return created;
    }

    private static List<String> ids(List<BudgetedSolver> labelled) {
        return labelled.stream().map(BudgetedSolver::solverId).toList();
    }

    private static <T> int worst(Stream<T> parts, ToIntFunction<T> comparison) {
        return parts.mapToInt(comparison).reduce(ExitStatus.OK, ExitStatus::worse);
    }

    private int compareOnDrawn(DrawnProblems.ProblemSet set) {
        List<BudgetedSolver> compared = set.isSmall() ? asked : withoutSlow();
        return compare(set.title(), set.questions(), compared, OptionalLong.of(seed));
    }

    /** A file that cannot be read is reported, and the others are still compared on. */
    private int compareOnFile(String file) {
        List<Question> read;
        try {
            read = questions.read(file);
        } catch (InvalidInputException e) {
            return fail(ExitStatus.BAD_INPUT, Streams.name(file), e.getMessage());
        }
        return worst(read.stream(), this::compareOnQuestion);
    }

    private int compareOnQuestion(Question question) {
        Warnings.print(spec.commandLine().getErr(), question.source(), question.warnings());
        return compare(question.source(), List.of(question), withoutSlow(), OptionalLong.empty());
    }

    private List<BudgetedSolver> withoutSlow() {
        return solvers.isEmpty()
                ? asked.stream()
                        .filter(solver -> !SLOW.contains(solver.label()))
                        .toList()
                : asked;
    }

    /** A problem without a placement is reported, and the others are still compared on. */
    private int compare(
            String title, List<? extends Question> problems, List<BudgetedSolver> compared, OptionalLong firstSeed) {
        SolverComparison.Result result;
        try (Progress progress = new Progress(title, 1 + compared.size())) {
            result = new SolverComparison(compared, seed, progress::step).run(problems);
        }
        int status = worst(result.infeasible().stream(), this::report);
        return result.judged().isEmpty()
                ? status
                : ExitStatus.worse(status, report(new Compared(title, firstSeed, result)));
    }

    private int report(SolverComparison.Infeasible infeasible) {
        String source = infeasible.question().source();
        return fail(ExitStatus.INFEASIBLE, source, source + ": " + infeasible.proof());
    }

    private int report(Compared compared) {
        String title = compared.title();
        if (compared.result().scores().isEmpty()) {
            return fail(ExitStatus.BAD_INPUT, title, title + ": none of these solvers can take every problem");
        }
        warnOfThoseLeftOut(title, compared.result().scores());
        comparisons.write(compared);
        return compared.result().isUnanswered()
                ? failures().endWith(ExitStatus.NO_ANSWER, title + ": no solver found a placement in its budget")
                : ExitStatus.OK;
    }

    private void warnOfThoseLeftOut(String title, List<SolverScore> scores) {
        Set<String> scored = scores.stream().map(SolverScore::solver).collect(Collectors.toSet());
        List<String> warnings = asked.stream()
                .map(BudgetedSolver::label)
                .filter(label -> !solvers.isEmpty() && !scored.contains(label))
                .map(label -> label + " cannot take every problem and is left out")
                .toList();
        Warnings.print(spec.commandLine().getErr(), title, warnings);
    }

    private int fail(int status, String title, String message) {
        comparisons.fail(title, message);
        return failures().endWith(status, message);
    }

    private Failures failures() {
        return new Failures(spec.commandLine().getErr());
    }
}
