package dev.twinplace.reports.chart;

import java.util.List;
import java.util.Map;

/** The looks of solvers and policies, which are the same in all charts, and of settings in order. */
public final class Looks {
    private static final List<String> SYMBOLS = List.of("circle", "rect", "triangle", "diamond", "roundRect", "pin");
    private static final Look UNKNOWN = new Look("grey", "circle", false);
    private static final int RAMP = 5;

    private static final Map<String, Look> BY_NAME = Map.ofEntries(
            Map.entry("optimum", new Look("ink", "circle", true)),
            Map.entry("ddl-paper", new Look("vermilion", "circle", false)),
            Map.entry("ddl-paper, told of no change", new Look("vermilion", "emptyCircle", true)),
            Map.entry("ddl-paper, after one iteration", new Look("orange", "triangle", true)),
            Map.entry("ddl-paper, trained anew", new Look("purple", "diamond", false)),
            Map.entry("ddl-price:polish=none", new Look("blue", "circle", false)),
            Map.entry("ddl-price", new Look("blue", "diamond", true)),
            Map.entry("ddl-price:polish=iterated", new Look("vermilion", "diamond", false)),
            Map.entry("untrained networks, iterated", new Look("orange", "triangle", true)),
            Map.entry("prices of 0, no network, iterated", new Look("brown", "rect", true)),
            Map.entry("local-search, restarts", new Look("sky", "triangle", false)),
            Map.entry("local-search, random changes", new Look("green", "pin", false)),
            Map.entry("local-search", new Look("sky", "triangle", false)),
            Map.entry("greedy", new Look("sky", "rect", true)),
            Map.entry("compile", new Look("grey", "triangle", false)),
            Map.entry("evaluate", new Look("brown", "rect", false)),
            Map.entry("decomposition", new Look("green", "diamond", false)),
            Map.entry("auto", new Look("ink", "roundRect", false)),
            Map.entry("branch-and-bound", new Look("green", "circle", false)),
            Map.entry("ejection-chain", new Look("blue", "pin", false)),
            Map.entry("column-generation", new Look("purple", "diamond", false)),
            Map.entry("lagrangian", new Look("purple", "rect", false)),
            Map.entry("cp-sat", new Look("orange", "triangle", false)),
            Map.entry("mip", new Look("orange", "diamond", true)),
            Map.entry("highs", new Look("sky", "pin", false)),
            Map.entry("scip", new Look("brown", "diamond", true)),
            Map.entry("timefold", new Look("vermilion", "rect", true)),
            Map.entry("choco", new Look("grey", "roundRect", false)),
            Map.entry("best-fixed", new Look("brown", "rect", false)),
            Map.entry("midnight placement kept", new Look("brown", "rect", false)),
            Map.entry("RO", new Look("grey", "circle", true)),
            Map.entry("random", new Look("grey", "circle", true)),
            Map.entry("CO", new Look("grey", "diamond", true)),
            Map.entry("cloud-only", new Look("grey", "diamond", true)),
            Map.entry("AD", new Look("grey", "triangle", true)),
            Map.entry("average", new Look("grey", "triangle", true)));

    private Looks() {}

    /** Of a solver with any budget: {@code branch-and-bound@10ms} looks like {@code branch-and-bound}. */
    public static Look of(String solver) {
        return BY_NAME.getOrDefault(family(solver), UNKNOWN);
    }

    /** Of one of several settings that have an order. */
    public static Look ofSetting(int index, int count) {
        int shade = count <= 1 ? 0 : (int) Math.round((double) index * (RAMP - 1) / (count - 1));
        return new Look("ramp" + shade, SYMBOLS.get(index % SYMBOLS.size()), false);
    }

    /** The solver without its budget. */
    public static String family(String solver) {
        int at = solver.indexOf('@');
        return at < 0 ? solver : solver.substring(0, at);
    }

    /** The budget of a solver, or nothing. */
    public static String budget(String solver) {
        int at = solver.indexOf('@');
        return at < 0 ? "" : solver.substring(at + 1);
    }
}
