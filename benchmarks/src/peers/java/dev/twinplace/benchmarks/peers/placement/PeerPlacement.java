package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.benchmarks.peers.contest.Contest;
import dev.twinplace.benchmarks.peers.contest.PeerTask;
import dev.twinplace.benchmarks.peers.contest.PeerTaskFile;
import dev.twinplace.benchmarks.run.PlacementDigest;
import dev.twinplace.benchmarks.run.ResultReadme;
import dev.twinplace.benchmarks.run.Sources;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Environment;
import dev.twinplace.reports.result.ResultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Who places whole problems best in the same time? Our solvers beside CP-SAT, SCIP, HiGHS, ojAlgo, Timefold and Choco, one
 * thread each, from the compiled problem to the checked placement.
 */
@Command(name = "PeerPlacement", description = "Whole problems at equal time: our solvers and others'.")
public final class PeerPlacement implements Callable<Integer> {
    private static final String COMMAND =
            "mvn -Ppeers -pl benchmarks -Dmaven.test.skip process-classes exec:exec@peer-placement";
    private static final List<String> NOTES = List.of(
            "Gaps are to the best lower bound proven by lagrangian, branch-and-bound or cp-sat in any time.",
            "Time is from the compiled problem, model building included, to the checked placement, in a warm Java VM of each"
                    + " solver's own. Solvers that can keep memory between decisions do. SCIP, Choco and Timefold take limits"
                    + " in whole milliseconds, at least one.",
            "A placement later than 1.25 times its budget is late and not part of the mean gap.",
            "Bounds of SCIP, HiGHS and ojAlgo hold within a tolerance only and are not used.");

    @Option(names = "--quick", description = "Fewer and smaller problems, in a minute.")
    private boolean quick;

    @Option(names = "--fresh", description = "Ask again what was answered before, from the same commit.")
    private boolean fresh;

    @Option(names = "--output", description = "Result file; by default in benchmarks/results, with --quick in target.")
    private Path output;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PeerPlacement()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<String> commit = Sources.commit();
        Path kept = target(String.join("-", quick ? "quick" : "full", jdk(), commit.orElse("unknown")) + ".tsv");
        if (fresh) {
            Files.deleteIfExists(kept);
        }
        Plan plan = quick ? Plan.QUICK : Plan.FULL;
        List<PeerTask> tasks = plan.tasks();
        PeerTaskFile answers = new PeerTaskFile(kept);
        try (ProgressBar bar = new ProgressBar("PeerPlacement", tasks.size());
                Contest contest = new Contest(PlacementWorker.class, List.of(), answers, task -> {
                    bar.setExtraMessage(task.solver() + " " + task.kind());
                    bar.step();
                })) {
            contest.run(tasks);
        }
        write(new GapTables(plan, answers), commit);
        return 0;
    }

    private void write(GapTables tables, Optional<String> commit) throws IOException {
        Path file = output != null ? output : defaultOutput();
        BenchmarkResult result = new BenchmarkResult(
                "PeerPlacement",
                COMMAND + (quick ? " -Dpeers.arguments=--quick" : ""),
                LocalDate.now(ZoneOffset.UTC).toString(),
                commit,
                Environment.current(),
                NOTES,
                List.of(tables.gaps(), tables.bounds(), Forms.table()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        ResultFiles.write(result, file);
        if (!quick) {
            new ResultReadme(file.toAbsolutePath().getParent()).update();
        }
        System.out.println(new PlacementDigest(tables.gaps()).all());
        System.out.println("Written to " + file);
    }

    private Path defaultOutput() {
        return quick ? target("quick.json") : Path.of("benchmarks", "results", "PeerPlacement", jdk() + ".json");
    }

    private static Path target(String name) {
        return Path.of("benchmarks", "target", "PeerPlacement", name);
    }

    private static String jdk() {
        return "jdk" + Runtime.version().feature();
    }
}
