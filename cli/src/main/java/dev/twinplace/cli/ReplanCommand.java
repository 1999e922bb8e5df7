package dev.twinplace.cli;

import dev.twinplace.api.Budget;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolverSpec;
import dev.twinplace.api.Solvers;
import dev.twinplace.decision.TimedSolve;
import dev.twinplace.decision.replan.PreviousPlacement;
import dev.twinplace.decision.replan.Proposal;
import dev.twinplace.decision.replan.ProposalJson;
import dev.twinplace.decision.replan.ReplanProblem;
import dev.twinplace.io.PreviousPlacementReader;
import dev.twinplace.io.ScenarioReader;
import dev.twinplace.model.Scenario;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinplace replan}. */
@Command(
        name = "replan",
        description = {
            "Proposes which twins to move, given where they are: only moves that pay, in an order that keeps all rules"
                    + " on the way if there is one.",
            "",
            "Twins and servers are matched by id; some may be new or gone."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReplanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "The present scenario; - is standard input.")
    private String scenarioFile;

    @Option(
            names = "--previous",
            required = true,
            paramLabel = "SOLUTION",
            description = "Where the twins are: what solve or replan --format json wrote, or {\"format\":"
                    + " \"twinplace/solution/2\", \"placement\": {TWIN: SERVER, ...}}; - is standard input.")
    private String previousFile;

    @Option(
            names = "--move-cost",
            paramLabel = "C",
            description = "What it costs to move a twin that states no moveCost, in the unit of costs (default:"
                    + " ${DEFAULT-VALUE}).")
    private double moveCost = 0;

    @Option(
            names = "--max-moves",
            paramLabel = "K",
            description = "At most so many twins move; forced moves do not count (default: any number).")
    private Integer maxMoves;

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
            description = "Time to stop after with the best placement so far, like 10ms or 2s (default: 50ms).")
    private Duration budget = Duration.ofMillis(50);

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "Threads a solver may use (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(names = "--seed", paramLabel = "L", description = "Seed of solvers that draw (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--format", description = "Output: table or json (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Override
    public Integer call() {
        check();
        SolverSpec wanted = LearnedOptions.spec(spec, solver, null, null);
        var chosen = Usage.valid(spec, () -> Solvers.create(wanted));
        PrintWriter err = spec.commandLine().getErr();
        List<String> unused = SolverTraits.warnings(spec, List.of(wanted), "--seed", "--threads");
        Warnings.print(err, unused);
        ReplanProblem problem = read();
        Warnings.print(err, problem.question().source(), problem.question().warnings());
        try (Interrupts signals = new Interrupts()) {
            SolveRequest request = problem.request()
                    .withBudget(Budget.ofTime(budget))
                    .withThreads(threads)
                    .withSeed(seed)
                    .withCancellation(signals.token());
            SolveResult result = TimedSolve.run(problem.solver(chosen), request);
            Proposal proposal = problem.proposal(wanted.toString(), result);
            write(proposal);
            return ExitStatus.of(result.status());
        }
    }

    private void check() {
        Usage.require(spec, maxMoves == null || maxMoves >= 0, "--max-moves: must be at least 0, but was " + maxMoves);
        Usage.require(
                spec,
                moveCost >= 0 && Double.isFinite(moveCost),
                "--move-cost: must be finite and >= 0, but was " + moveCost);
        Usage.require(spec, threads >= 1, "--threads: must be at least 1, but was " + threads);
        Usage.require(spec, format != Format.CSV, "--format: must be table or json, but was csv");
        Usage.require(
                spec,
                !(Streams.isStandard(scenarioFile) && Streams.isStandard(previousFile)),
                "--previous: must be another file than SCENARIO, but both were -");
    }

    private ReplanProblem read() {
        String scenarioName = Streams.name(scenarioFile);
        String previousName = Streams.name(previousFile);
        Scenario scenario = Streams.read(scenarioFile, bytes -> ScenarioReader.read(scenarioName, bytes));
        Map<String, Optional<String>> ids =
                Streams.read(previousFile, bytes -> PreviousPlacementReader.read(previousName, bytes));
        ReplanProblem problem =
                ReplanProblem.of(scenarioName, PreviousPlacement.match(previousName, ids, scenario), moveCost);
        return maxMoves == null ? problem : problem.withMaxMoves(maxMoves);
    }

    private void write(Proposal proposal) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.JSON) {
            ProposalJson.write(proposal, out);
        } else {
            new ProposalTable(out).write(proposal);
        }
    }
}
