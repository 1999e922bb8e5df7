package dev.twinplace.benchmarks.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Benchmarks of one class to run together.
 *
 * @param pattern of their full names
 * @param parameters that take other values than the class says
 */
record Selection(String simpleName, String pattern, Map<String, List<String>> parameters) {
    private static final String SOLVER = "solver";
    private static final String SIZE = "size";
    private static final List<String> TABLE_2 = List.of("table2");

    /** What answers our questions in short. */
    private static final List<Selection> QUICK = List.of(
            new Selection("DecisionLatency", Map.of(SIZE, TABLE_2)),
            new Selection("DecisionStages", Map.of()),
            new Selection("PeerInference", Map.of("batch", List.of("1"))),
            new Selection("MachineLimit", Map.of()));

    /** What serves only some of the sizes of the others. */
    private static final String TABLE_2_ALONE = "ddl-paper";

    private static final List<Selection> LATENCY = List.of(
            new Selection("DecisionLatency", Map.of(SOLVER, List.of(TABLE_2_ALONE), SIZE, TABLE_2)),
            new Selection(
                    "DecisionLatency",
                    Map.of(
                            SOLVER,
                            List.of(
                                    "ddl-price:polish=none",
                                    "ddl-price",
                                    "decomposition",
                                    "greedy",
                                    "local-search",
                                    "branch-and-bound",
                                    "cp-sat"))));

    private Selection(String simpleName, Map<String, List<String>> parameters) {
        this(simpleName, "\\." + simpleName + "\\.", parameters);
    }

    /** The benchmarks that the request includes, complete; {@link #QUICK} if it names none. */
    static List<Selection> quickest(Request request) {
        return request.includes().isEmpty() ? QUICK : complete(request);
    }

    /** What is included, or else all there is, a class at a time. */
    static List<Selection> complete(Request request) {
        Collection<String> names = new TreeSet<>();
        BenchmarkList.defaultList()
                .find(
                        OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
                        request.includes(),
                        request.options().getExcludes())
                .forEach(entry -> names.add(entry.getUsername()));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("jmh.include: must match a benchmark, but was " + request.includes());
        }
        Map<String, List<String>> methods = new TreeMap<>();
        for (String name : names) {
            String owner = name.substring(0, name.lastIndexOf('.'));
            methods.computeIfAbsent(owner, key -> new ArrayList<>()).add(Pattern.quote(name) + "$");
        }
        return methods.entrySet().stream()
                .flatMap(each -> ofClass(each.getKey(), each.getValue(), request))
                .toList();
    }

    private static Stream<Selection> ofClass(String owner, List<String> methods, Request request) {
        String simpleName = owner.substring(owner.lastIndexOf('.') + 1);
        if (simpleName.equals("DecisionLatency") && !request.chooses(SOLVER)) {
            return LATENCY.stream();
        }
        return Stream.of(new Selection(simpleName, "^(" + String.join("|", methods) + ")", Map.of()));
    }

    /** Runs them, with the profiler that counts allocated bytes. */
    Collection<RunResult> run(Request request) throws RunnerException {
        ChainedOptionsBuilder chosen =
                new OptionsBuilder().parent(request.options()).include(pattern);
        parameters.forEach((name, values) -> {
            if (!request.chooses(name)) {
                chosen.param(name, values.toArray(String[]::new));
            }
        });
        if (request.options().getProfilers().isEmpty()) {
            chosen.addProfiler(GCProfiler.class);
        }
        return new Runner(chosen.build()).run();
    }
}
