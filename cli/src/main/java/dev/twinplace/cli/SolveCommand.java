package dev.twinplace.cli;

import dev.twinplace.api.Budget;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.Solvers;
import dev.twinplace.api.UnsupportedProblemException;
import dev.twinplace.ddl.pair.Polish;
import dev.twinplace.exact.branchandbound.BranchAndBoundSolver;
import dev.twinplace.io.InvalidInputException;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.PlacementProblem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace solve}. */
@Command(
        name = "solve",
        description = "Places the twins of each scenario, and says how far from optimal the placement can be.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SolveCommand implements Callable<Integer> {
    /** The solver that writes certificates. */
    private static final String CERTIFYING = "branch-and-bound";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files; - is standard input.")
    private List<String> files;

    @Option(
            names = "--solver",
            paramLabel = "ID",
            completionCandidates = SolverIds.class,
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String solver = "local-search";

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Time to stop after with the best placement so far, like 10ms or 2s (default: unlimited).")
    private Duration budget;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads a solver may use (default: ${DEFAULT-VALUE}). The answer does not depend on it.")
    private int threads = 1;

    @Option(names = "--seed", paramLabel = "L", description = "For solvers that draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Trained model of a learned solver (default: the one that comes along, if any does).")
    private String model;

    @Option(
            names = "--polish",
            description = "Last step of ddl-pair: ${COMPLETION-CANDIDATES} (default: local-search).")
    private Polish polish;

    @Option(
            names = "--format",
            description = "For people or for programs, one object a line: ${COMPLETION-CANDIDATES} (default:"
                    + " ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Option(
            names = "--input",
            description = "What the files are: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Input input = Input.SCENARIO;

    @Option(
            names = "--sense",
            description = "Whether orlib-gap costs are to be minimised or maximised: ${COMPLETION-CANDIDATES} (default:"
                    + " ${DEFAULT-VALUE}).")
    private Sense sense = Sense.MIN;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "Writes down what branch-and-bound proves about a single file, for twinplace verify to check.")
    private String certificate;

    @Override
    public Integer call() {
        requireCertifiable();
        Usage.require(spec, threads >= 1, "--threads: must be at least 1, but was " + threads);
        PlacementSolver chosen = Usage.valid(spec, () -> Solvers.create(LearnedOptions.spec(solver, model, polish)));
        int worst = ExitStatus.OK;
        for (String file : files) {
            worst = ExitStatus.worse(worst, solveFile(file, chosen));
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

    private SolveResult solve(PlacementSolver chosen, PlacementProblem problem) {
        SolveRequest request = SolveRequest.of(problem)
                .withBudget(budget == null ? Budget.UNLIMITED : Budget.ofTime(budget))
                .withSeed(seed)
                .withThreads(threads);
        return certificate == null
                ? chosen.solve(request)
                : new BranchAndBoundSolver().certify(request, Streams.path(certificate));
    }

    /** A bad file is reported and the others are still solved. */
    private int solveFile(String file, PlacementSolver chosen) {
        try {
            Question question = input.read(file, sense);
            SolveResult result = solve(chosen, question.problem());
            PrintWriter out = spec.commandLine().getOut();
            if (format == Format.JSON) {
                SolutionJson.print(question, solver, result, out);
            } else {
                SolutionTable.print(question, solver, result, out);
            }
            return ExitStatus.of(result.status());
        } catch (InvalidInputException e) {
            return new Failures(spec.commandLine().getErr()).badInput(e.getMessage());
        } catch (UnsupportedProblemException e) {
            return new Failures(spec.commandLine().getErr()).badInput(file + ": " + e.getMessage());
        }
    }
}
