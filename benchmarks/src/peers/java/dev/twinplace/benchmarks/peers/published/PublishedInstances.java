package dev.twinplace.benchmarks.peers.published;

import dev.twinplace.benchmarks.peers.contest.PeerTask;
import dev.twinplace.benchmarks.peers.contest.PeerTaskFile;
import dev.twinplace.benchmarks.peers.solver.PeerSolvers;
import dev.twinplace.benchmarks.run.PublishedDigest;
import dev.twinplace.benchmarks.run.ResultReadme;
import dev.twinplace.benchmarks.run.Sources;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Environment;
import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How close do solvers come to the best known values of published instances of generalised assignment? Ours beside CP-SAT, SCIP,
 * HiGHS and Timefold, one solve each, from the compiled problem to the checked placement.
 *
 * <p>The instances are not part of this project: see {@code --data}. A run that was stopped goes on where it was, as long as
 * the commit is the same.
 */
@Command(name = "PublishedInstances", description = "Published instances: our solvers and others'.")
public final class PublishedInstances implements Callable<Integer> {
    private static final String NAME = "PublishedInstances";
    private static final String COMMAND =
            "mvn -Ppeers -pl benchmarks -Dmaven.test.skip process-classes exec:exec@published-instances";
    private static final long MILLIS_PER_SECOND = 1000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:TWINPLACE_DATA}",
            description = "Has the instances and optima.csv in its folder gap (default: the variable TWINPLACE_DATA).")
    private Path data;

    @Option(names = "--solver", split = ",", description = "Only these.")
    private List<String> solvers;

    @Option(names = "--seconds", split = ",", description = "Only these budgets.")
    private List<Long> seconds;

    @Option(names = "--instance", split = ",", description = "Only these; types a and b are there too.")
    private List<String> names;

    @Option(names = "--threads", defaultValue = "2", description = "Of each solver that can use them.")
    private int threads;

    @Option(names = "--tables", description = "Ask nothing: write the result of the answers so far.")
    private boolean isTablesOnly;

    @Option(names = "--fresh", description = "Ask again what was answered before, from the same commit.")
    private boolean fresh;

    @Option(names = "--output", description = "Result file; by default in benchmarks/results.")
    private Path output;

    private final Optional<String> commit = Sources.commit();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PublishedInstances()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (data == null || !Files.isDirectory(data.resolve("gap"))) {
            System.err.println(NAME + ": --data or TWINPLACE_DATA: must have the folder gap, but was " + data);
            return CommandLine.ExitCode.USAGE;
        }
        Path folder = data.resolve("gap").toAbsolutePath();
        List<PublishedInstance> instances = PublishedInstance.all(folder);
        Map<String, String> leftOut = leftOut();
        leftOut.forEach((solver, why) -> System.out.println(solver + " is left out: " + why));
        List<PeerTask> tasks = tasks(new PublishedPlan(instances)).stream()
                .filter(task -> !leftOut.containsKey(task.solver()))
                .toList();
        Path kept = kept();
        if (fresh) {
            Files.deleteIfExists(kept);
        }
        PublishedRun run = new PublishedRun(instances, new PeerTaskFile(kept), System.out);
        if (!isTablesOnly) {
            run.ask(tasks, folder, threads);
        }
        write(run.answers(tasks), leftOut);
        return CommandLine.ExitCode.OK;
    }

    private List<PeerTask> tasks(PublishedPlan plan) {
        if (solvers == null && seconds == null && names == null) {
            return plan.tasks();
        }
        List<Long> budgets = seconds == null
                ? null
                : seconds.stream()
                        .map(each -> each * MILLIS_PER_SECOND)
                        .sorted()
                        .toList();
        return plan.tasks(solvers, budgets, names);
    }

    /** Solvers that are not here, and why. */
    private Map<String, String> leftOut() {
        Map<String, String> leftOut = new LinkedHashMap<>();
        for (String solver : solvers == null ? PublishedPlan.SOLVERS : solvers) {
            PeerSolvers.obstacle(solver).ifPresent(why -> leftOut.put(solver, why));
        }
        return leftOut;
    }

    private void write(Map<PeerTask, PublishedAnswer> answers, Map<String, String> leftOut) throws IOException {
        Table table = PublishedTables.answers(answers);
        List<String> asked =
                answers.keySet().stream().map(PeerTask::solver).distinct().toList();
        BenchmarkResult result = new BenchmarkResult(
                NAME,
                COMMAND,
                LocalDate.now(ZoneOffset.UTC).toString(),
                commit,
                Environment.current(),
                notes(leftOut),
                List.of(table, PublishedTables.forms(asked)));
        Path file = output != null
                ? output.toAbsolutePath()
                : Path.of("benchmarks", "results", NAME, jdk() + ".json").toAbsolutePath();
        Files.createDirectories(file.getParent());
        ResultFiles.write(result, file);
        new ResultReadme(file.getParent()).update();
        System.out.println(new PublishedDigest(table).summary());
        System.out.println("Written to " + file);
    }

    private List<String> notes(Map<String, String> leftOut) {
        List<String> notes = new ArrayList<>(List.of(
                "One solve each, with " + threads + " threads where the solver has them, seed " + PublishedPlan.SEED
                        + ".",
                "Time is from the compiled problem, model building included, to the checked placement, in a warm Java VM of"
                        + " each solver's own.",
                "An instance whose optimum a solver proves is not given to it again with more time: the answer is repeated.",
                "Costs are whole numbers, and bounds are rounded up to one. Those of SCIP and HiGHS hold within a tolerance:"
                        + " a millionth is taken off before.",
                "Status WRONG would mean that an answer contradicts the best known values."));
        leftOut.forEach((solver, why) -> notes.add(solver + " is left out: " + why));
        return notes;
    }

    /** Where answers are kept until the commit changes. */
    private Path kept() {
        return output != null
                ? output.resolveSibling(output.getFileName() + ".tsv")
                : Path.of("benchmarks", "target", NAME, jdk() + "-" + commit.orElse("unknown") + ".tsv");
    }

    private static String jdk() {
        return "jdk" + Runtime.version().feature();
    }
}
