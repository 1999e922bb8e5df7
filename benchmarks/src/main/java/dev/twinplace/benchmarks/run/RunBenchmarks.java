package dev.twinplace.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/**
 * What {@code mvn -pl benchmarks jmh:run} starts: JMH with its own options, and a summary at the end. With none it runs the
 * few minutes that answer our questions in short; {@code -Djmh.include} selects others.
 *
 * <ul>
 *   <li>{@code -Djmh.profile=full} runs all, or all that are included, with all parameters.
 *   <li>{@code -Djmh.profile=publish} does the same, and writes the results of each class to {@code benchmarks/results} as
 *       soon as they are there.
 * </ul>
 */
public final class RunBenchmarks {
    private static final int BAD_USAGE = 2;
    private static final Set<String> QUESTIONS_TO_JMH = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

    private RunBenchmarks() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        // ONNX Runtime 1.29 crashes in a process with a command line of more than 4096 characters, as that with all
        // peers is
        System.setProperty("jmh.separateClasspathJAR", "true");
        if (QUESTIONS_TO_JMH.stream().anyMatch(List.of(arguments)::contains)) {
            org.openjdk.jmh.Main.main(arguments);
            return;
        }
        try {
            run(Request.of(arguments), System.getProperty("jmh.profile", ""));
        } catch (CommandLineOptionException | IllegalArgumentException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(BAD_USAGE);
        }
    }

    private static void run(Request request, String profile) throws RunnerException {
        List<RunResult> all = switch (profile) {
            case "" -> measure(Selection.quickest(request), request);
            case "full" -> measure(Selection.complete(request), request);
            case "publish" -> publish(request);
            default -> throw new IllegalArgumentException("jmh.profile: must be full or publish, but was " + profile);
        };
        if (request.results().isPresent()) {
            Request.ResultFile file = request.results().get();
            ResultFormatFactory.getInstance(file.format(), file.name()).writeOut(all);
        }
        System.out.println();
        byBenchmark(all).forEach((benchmark, measurements) -> System.out.print(Digests.of(benchmark, measurements)));
    }

    private static List<RunResult> measure(List<Selection> selections, Request request) throws RunnerException {
        List<RunResult> results = new ArrayList<>();
        for (Selection selection : selections) {
            results.addAll(selection.run(request));
        }
        return results;
    }

    private static List<RunResult> publish(Request request) throws RunnerException {
        Publication publication = new Publication(Path.of("benchmarks", "results"), request);
        Map<String, List<Selection>> byClass = Selection.complete(request).stream()
                .collect(Collectors.groupingBy(Selection::simpleName, TreeMap::new, Collectors.toList()));
        List<RunResult> all = new ArrayList<>();
        for (List<Selection> selections : byClass.values()) {
            List<RunResult> results = measure(selections, request);
            byBenchmark(results).forEach(publication::write);
            all.addAll(results);
        }
        return all;
    }

    private static Map<String, List<Measurement>> byBenchmark(List<RunResult> results) {
        return results.stream()
                .map(Measurement::of)
                .collect(Collectors.groupingBy(Measurement::benchmark, LinkedHashMap::new, Collectors.toList()));
    }
}
