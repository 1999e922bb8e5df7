package dev.twinplace.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
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
        switch (profile) {
            case "" -> summarise(measure(Selection.quickest(request), request));
            case "full" -> summarise(measure(Selection.complete(request), request));
            case "publish" -> publish(request);
            default -> throw new IllegalArgumentException("jmh.profile: must be full or publish, but was " + profile);
        }
    }

    private static Map<String, List<Measurement>> measure(List<Selection> selections, Request request)
            throws RunnerException {
        Map<String, List<Measurement>> results = new TreeMap<>();
        for (Selection selection : selections) {
            for (RunResult result : selection.run(request)) {
                results.computeIfAbsent(selection.simpleName(), name -> new ArrayList<>())
                        .add(Measurement.of(result));
            }
        }
        return results;
    }

    private static void publish(Request request) throws RunnerException {
        Publication publication = new Publication(Path.of("benchmarks", "results"), request);
        Map<String, List<Selection>> byClass = new TreeMap<>();
        for (Selection selection : Selection.complete(request)) {
            byClass.computeIfAbsent(selection.simpleName(), name -> new ArrayList<>())
                    .add(selection);
        }
        Map<String, List<Measurement>> all = new TreeMap<>();
        for (List<Selection> selections : byClass.values()) {
            Map<String, List<Measurement>> results = measure(selections, request);
            results.forEach(publication::write);
            all.putAll(results);
        }
        summarise(all);
    }

    private static void summarise(Map<String, List<Measurement>> results) {
        System.out.println();
        results.forEach((benchmark, measurements) -> System.out.print(Digests.of(benchmark, measurements)));
    }
}
