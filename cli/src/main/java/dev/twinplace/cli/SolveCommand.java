package dev.twinplace.cli;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.ddl.price.Polish;
import dev.twinplace.decision.Answer;
import dev.twinplace.decision.AnswerWriter;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import dev.twinplace.decision.TimedSolve;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.io.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace solve}. */
@Command(
        name = "solve",
        description = "Places the twins of each scenario, and proves how far from the optimum it can be.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SolveCommand implements Callable<Integer> {
    /** The solver that writes certificates. */
    private static final String CERTIFYING = "branch-and-bound";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario or other files; - is standard input.")
    private List<String> files;

    @Option(
            names = "--solver",
            paramLabel = "ID",
            completionCandidates = SolverIds.class,
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String solver = "auto";

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time to stop after with the best placement so far, like 10ms or 2s (default: 1s for auto,"
                    + " unlimited for others).")
    private Duration budget;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads a solver may use (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(names = "--seed", paramLabel = "L", description = "Seed of solvers that draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Trained model of a learned solver (default: the one that ships with it, if any).")
    private String model;

    @Option(
            names = "--polish",
            description = "Last step of ddl-price: ${COMPLETION-CANDIDATES} (default: local-search).")
    private Polish polish;

    @Option(
            names = "--format",
            description = "Output: a table, one JSON object per file, or CSV with a row per twin:"
                    + " ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Option(
            names = "--explain",
            description =
                    "Says what keeps each twin where it is and what is scarce or, where no placement exists, which"
                            + " rules conflict and what change removes that.")
    private boolean explain;

    @Mixin
    private QuestionOptions questions;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "File for the proof of branch-and-bound about a single FILE, for twinplace verify to check.")
    private String certificate;

    private Interrupts interrupts;

    /** Its label has the options, but not the file of a model given apart. */
    private BudgetedSolver chosen;

    /** Warnings about options that have no effect. */
    private List<String> unused;

    @Override
    public Integer call() {
        questions.check();
        requireCertifiable();
        Usage.require(
                spec,
                !explain || format != Format.CSV,
                "--explain: must be used with --format table or json, but the format is csv");
        Usage.require(spec, threads >= 1, "--threads: must be at least 1, but was " + threads);
        SolverSpec wanted = LearnedOptions.spec(spec, solver, model, polish);
        chosen = new BudgetedSolver(
                LearnedOptions.spec(spec, solver, null, polish).toString(),
                Usage.valid(spec, () -> Solvers.create(wanted)),
                budget == null ? Budget.UNLIMITED : Budget.ofTime(budget),
                threads);
        unused = SolverTraits.warnings(spec, List.of(wanted), "--polish", "--seed", "--threads");
        Warnings.print(spec.commandLine().getErr(), unused);
        return solveAll();
    }

    /** Answers one file after the other, until standard output is closed or a signal arrives. */
    private int solveAll() {
        PrintWriter out = spec.commandLine().getOut();
        AnswerWriter answers = explain ? format.explainedAnswers(out) : format.answers(out);
        int worst = ExitStatus.OK;
        try (Interrupts signals = new Interrupts()) {
            interrupts = signals;
            for (int i = 0; i < files.size() && !signals.isInterrupted() && !out.checkError(); i++) {
                worst = ExitStatus.worse(worst, solveFile(files.get(i), answers));
            }
            answers.end();
            out.flush();
        }
        return worst;
    }

    private void requireCertifiable() {
        if (certificate == null) {
            return;
        }
        Usage.require(spec, solver.equals(CERTIFYING), "--certificate: must be used with --solver " + CERTIFYING);
        Usage.require(
                spec, files.size() == 1, "--certificate: must be used with one file, but there are " + files.size());
        Path folder = Streams.path(certificate).toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InvalidInputException(certificate, "must be in a directory that exists");
        }
    }

    /** A bad file is reported and the others are still solved. */
    private int solveFile(String file, AnswerWriter answers) {
        int worst = ExitStatus.OK;
        try {
            List<Question> asked = certificate == null ? questions.read(file) : List.of(questions.readOne(file));
            for (int i = 0; i < asked.size() && (i == 0 || !interrupts.isInterrupted()); i++) {
                worst = ExitStatus.worse(worst, answer(asked.get(i), answers));
            }
            return worst;
        } catch (InvalidInputException e) {
            return fail(file, e.getMessage(), answers);
        }
    }

    private int answer(Question question, AnswerWriter answers) {
        Warnings.print(spec.commandLine().getErr(), question.source(), question.warnings());
        try {
            SolveResult result = solve(question);
            answers.write(Answer.of(question, chosen.label(), result).warning(unused));
            return ExitStatus.of(result.status());
        } catch (UnsupportedProblemException e) {
            return fail(question.file(), question.source() + ": " + e.getMessage(), answers);
        }
    }

    private SolveResult solve(Question question) {
        if (!Progress.isShown()) {
            return solve(question, IncumbentListener.NONE);
        }
        try (SolveMonitor monitor =
                SolveMonitor.start(question, spec.commandLine().getErr())) {
            return solve(question, monitor);
        }
    }

    private SolveResult solve(Question question, IncumbentListener listener) {
        SolveRequest request =
                chosen.request(question, seed).withListener(listener).withCancellation(interrupts.token());
        return certificate == null
                ? TimedSolve.run(chosen.solver(), request)
                : new BranchAndBoundSolver().certify(request, Streams.path(certificate));
    }

    private int fail(String file, String message, AnswerWriter answers) {
        answers.fail(Streams.name(file), message);
        return new Failures(spec.commandLine().getErr()).badInput(message);
    }
}
