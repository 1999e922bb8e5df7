package dev.twinplace.reports.evidence;

import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.suite.Experiments;
import dev.twinplace.reports.result.BenchmarkResult;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Environment;
import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.InstanceFile;
import dev.twinplace.reports.result.ResultFiles;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Made-up results in the format of measured ones: for tests of pages and claims only. */
public final class MadeResults {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final List<String> COUPLINGS = List.of("independent", "capacity", "contention");
    private static final List<String> POLICIES =
            List.of("random", "best-fixed", "greedy", "ddl-paper", "ddl-price:polish=none", "ddl-price");
    private static final Environment ENVIRONMENT =
            new Environment("made up", 2, "Linux", "17.0.1", "VM", List.of("-X"), "scalar");
    private static final List<String> MOVE_POLICIES = List.of("move only what must", "replan", "optimise anew");
    private static final int HOURS = 24;

    private MadeResults() {}

    /** Writes a file for each experiment, and one of a benchmark. */
    public static void write(Path results, Path benchmarks) {
        try {
            Files.createDirectories(results);
            Path directory = Files.createDirectories(benchmarks.resolve("DecisionLatency"));
            for (Experiment experiment : Experiments.all()) {
                ResultFiles.write(
                        of(experiment.name(), tables(experiment.name())), results.resolve(experiment.name() + ".json"));
            }
            ResultFiles.write(benchmark(), directory.resolve("jdk17.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A result with these tables. */
    public static ExperimentResult of(String experiment, List<Table> tables) {
        return new ExperimentResult(
                experiment,
                "Title of " + experiment,
                "What does " + experiment + " measure?",
                "./twinplace experiment " + experiment,
                false,
                "2026-01-01",
                Optional.of(COMMIT),
                ENVIRONMENT,
                List.of(1L),
                1.5,
                List.of("A note with <markup> & signs."),
                Optional.of(new InstanceFile(experiment + ".csv", 1234, "0".repeat(64))),
                tables);
    }

    /** Evidence of these results alone. */
    public static Evidence evidence(ExperimentResult... results) {
        Map<String, ExperimentResult> map = new TreeMap<>();
        for (ExperimentResult result : results) {
            map.put(result.experiment(), result);
        }
        return new Evidence(map, List.of(), List.of());
    }

    private static List<Table> tables(String experiment) {
        return switch (experiment) {
            case "gap" -> List.of(gap());
            case "pareto" -> List.of(pareto());
            case "scaling" -> List.of(scaling());
            case "alpha" -> List.of(alpha());
            case "learning-rate" -> training("1e-4", "1e-3", "1e-2");
            case "ensemble-size" -> training("K = 2", "K = 12");
            case "database-size" -> training("256", "1024");
            case "collapse" -> List.of(collapse());
            case "ablation" -> ablation();
            case "equal-time" -> List.of(equalTime());
            case "readings" -> List.of(readings());
            case "portability" -> List.of(portability());
            case "sensitivity" -> sensitivity();
            case "melbourne" -> melbourne();
            case "drift" -> drift();
            case "failure" -> List.of(failure());
            default -> throw new IllegalArgumentException(experiment + ": a test lacks tables of this experiment");
        };
    }

    private static Table gap() {
        TableBuilder table = new TableBuilder("gap", "Gap").labels("coupling", "size");
        table.numbers("count", "placements").labels("reference", "solver").numbers("count", "scenarios");
        table.interval(Columns.MEAN_GAP).numbers("ratio", "p95Gap", "worstGap", "hitRate", "rangeClosed");
        for (String coupling : COUPLINGS) {
            for (int twins : List.of(4, 8, 15)) {
                for (String policy : POLICIES) {
                    double gap = policy.equals("greedy") ? 0 : 0.001 * twins * (1 + POLICIES.indexOf(policy));
                    double hits = policy.equals("greedy") ? 1 : 0.5;
                    table.row(
                            coupling,
                            twins + "×3",
                            Math.pow(4, twins),
                            "enumeration",
                            policy,
                            50,
                            gap,
                            gap / 2,
                            gap * 2,
                            gap * 3,
                            gap * 4,
                            hits,
                            0.9);
                }
            }
        }
        return table.build();
    }

    private static Table pareto() {
        TableBuilder table = new TableBuilder("pareto", "Gap against time").labels("coupling", "size", "solver");
        table.numbers("us", "medianMicros", "p99Micros")
                .interval(Columns.MEAN_GAP)
                .numbers("ratio", "provenShare");
        for (String coupling : COUPLINGS.subList(1, 3)) {
            for (String size : List.of("table2", "M200S20")) {
                for (String policy : POLICIES) {
                    double gap = 0.05 / (1 + POLICIES.indexOf(policy));
                    table.row(coupling, size, policy, 10.0, 40.0, gap, gap / 2, gap * 2, 0.0);
                }
                table.row(coupling, size, "branch-and-bound@10ms", 80.0, 300.0, 0.001, 0.0, 0.002, 0.5);
                table.row(coupling, size, "branch-and-bound@1s", 900.0, 3000.0, 0.0, 0.0, 0.0, 1.0);
                table.row(coupling, size, "cp-sat@1s", 9000.0, 30000.0, null, null, null, 0.0);
            }
        }
        return table.build();
    }

    private static Table scaling() {
        TableBuilder table =
                new TableBuilder("scaling", "Growth").labels("coupling", "axis").numbers("count", "value");
        table.labels("solver").numbers("us", "medianMicros").numbers("ratio", "meanGap");
        for (String axis : List.of("M", "S", "N")) {
            for (int value : List.of(10, 100, 1000)) {
                table.row("capacity", axis, value, "greedy", value * 1.5, 0.01);
                table.row("capacity", axis, value, "lagrangian@1s", value * 50.0, 0.0);
            }
        }
        return table.build();
    }

    private static Table alpha() {
        TableBuilder table = new TableBuilder("cost", "Cost")
                .labels("coupling")
                .numbers("ratio", "alpha")
                .labels("policy");
        table.interval(Columns.MEAN_COST).numbers("ratio", "meanGap", "answered");
        table.interval(Columns.COST_DIFFERENCE);
        for (String coupling : COUPLINGS) {
            for (double alpha : new double[] {0, 0.5, 1}) {
                List<String> policies = List.of("optimum", "ddl-price", "best-fixed", "ddl-paper", "AD", "RO", "CO");
                for (String policy : policies) {
                    double gap = 0.01 * policies.indexOf(policy);
                    double cost = 400 - 100 * alpha + 4 * policies.indexOf(policy);
                    double less = 4 * (policies.indexOf("ddl-paper") - policies.indexOf(policy));
                    table.row(coupling, alpha, policy, cost, cost - 2, cost + 2, gap, 1.0, less, less - 1, less + 1);
                }
            }
        }
        return table.build();
    }

    private static List<Table> training(String... settings) {
        TableBuilder rates = new TableBuilder("convergence", "Rate")
                .numbers("iteration", "iteration")
                .labels("setting");
        rates.interval(Columns.CONVERGENCE_RATE);
        TableBuilder costs = new TableBuilder("cost", "Cost")
                .numbers("iteration", "iteration")
                .labels("setting");
        costs.interval(Columns.MEAN_COST);
        TableBuilder last = new TableBuilder("final", "Last").labels("setting").numbers("count", "seed");
        last.numbers("ratio", "firstGap").numbers("iteration", "stableSince");
        last.numbers("ratio", "meanGap", "hitRate", "rangeClosed").numbers("count", "distinctCandidates");
        last.numbers("ratio", "convergenceRate");
        for (int i = 0; i < settings.length; i++) {
            for (int iteration : List.of(1, 10, 100, 1000)) {
                double rate = 1 - 0.01 / (iteration + i);
                rates.row(iteration, settings[i], rate, rate - 0.001, rate + 0.0005);
                double cost = 380 - 5 * Math.log10(iteration) - i;
                costs.row(iteration, settings[i], cost, cost - 1, cost + 1);
            }
            for (int seed = 1; seed <= 3; seed++) {
                double gap = 0.04 + 0.005 * i + 0.001 * seed;
                last.row(settings[i], seed, gap + 0.01, 100, gap, 0.0, 0.5, 11.0, 0.999);
            }
        }
        for (int iteration : List.of(1, 1000)) {
            costs.row(iteration, "optimum", 350.0, 350.0, 350.0);
        }
        return List.of(rates.build(), costs.build(), last.build());
    }

    private static Table collapse() {
        TableBuilder table =
                new TableBuilder("collapse", "Agreement").labels("variant").numbers("iteration", "iteration");
        table.numbers("count", "distinctCandidates").numbers("ratio", "agreement", "meanGap");
        for (String variant : List.of("as printed", "and moves tried at random")) {
            for (int iteration : List.of(1, 10, 100)) {
                table.row(variant, iteration, 12.0 / iteration, 1 - 1.0 / iteration, 0.05);
            }
        }
        return table.build();
    }

    private static List<Table> ablation() {
        TableBuilder losses = new TableBuilder("ablation", "Losses").labels("coupling", "profile", "size");
        losses.numbers("ratio", "tightness").labels("capacities", "policy").interval(Columns.GAP_DIFFERENCE);
        losses.labels("verdict");
        for (String profile : List.of("uniform", "clustered")) {
            losses.row("capacity", profile, "15×3", 0.6, "even", "ddl-price", null, null, null, "shipped");
            losses.row("capacity", profile, "15×3", 0.6, "even", "greedy", 0.02, 0.01, 0.03, "worse");
            losses.row("capacity", profile, "15×3", 0.6, "uneven", "greedy", 0.0, -0.01, 0.01, "undecided");
            losses.row("contention", profile, "15×3", null, "none", "greedy", -0.02, -0.03, -0.01, "better");
        }
        TableBuilder starts = new TableBuilder("warm-start", "Starts").labels("solver", "profile", "size", "target");
        starts.labels("start").interval(Columns.NODE_RATIO).labels("verdict");
        starts.row("lagrangian", "uniform", "30×5", "bound of 20 steps", "cold", null, null, null, "cold");
        starts.row("lagrangian", "uniform", "30×5", "bound of 20 steps", "prices", 0.5, 0.4, 0.6, "better");
        return List.of(losses.build(), starts.build());
    }

    private static Table equalTime() {
        TableBuilder table = new TableBuilder("equal-time", "Times").labels("profile", "size");
        table.numbers("ms", "budget").labels("policy").interval(Columns.MEAN_GAP);
        table.interval(Columns.GAP_DIFFERENCE).labels("verdict");
        for (String profile : List.of("uniform", "clustered")) {
            for (double millis : List.of(0.2, 1.0)) {
                table.row(profile, "15×3", millis, "ddl-price", 0.01, 0.01, 0.02, null, null, null, "learned");
                table.row(profile, "15×3", millis, "greedy", 0.02, 0.01, 0.03, -0.01, -0.02, -0.005, "better");
                table.row(profile, "15×3", millis, "auto", 0.01, 0.01, 0.03, 0.0, -0.02, 0.01, "undecided");
            }
        }
        return table.build();
    }

    private static Table readings() {
        TableBuilder table =
                new TableBuilder("readings", "Readings").labels("variant").numbers("iteration", "iteration");
        table.interval(Columns.MEAN_GAP).numbers("ratio", "hitRate", "bestFixedGap");
        for (String variant : List.of("as printed", "one extractor for all devices")) {
            for (int iteration : List.of(1000, 3000)) {
                table.row(variant, iteration, 40.0 / iteration, 30.0 / iteration, 50.0 / iteration, 0.1, 0.02);
            }
        }
        return table.build();
    }

    private static Table portability() {
        TableBuilder table = new TableBuilder("portability", "Elsewhere").labels("change", "value", "policy");
        table.numbers("ratio", "answered").interval(Columns.MEAN_GAP);
        for (String change : List.of("as trained", "clock rates", "M")) {
            for (String policy : List.of("random", "best-fixed", "ddl-price:polish=none")) {
                table.row(change, "", policy, 1.0, 0.03, 0.02, 0.04);
            }
        }
        table.row("as trained", "", "ddl-paper", 1.0, 0.02, 0.01, 0.03);
        table.row("clock rates", "", "ddl-paper", 1.0, 0.03, 0.02, 0.04);
        table.row("M", "", "ddl-paper", 0.0, null, null, null);
        return table.build();
    }

    private static List<Table> sensitivity() {
        TableBuilder policies =
                new TableBuilder("sensitivity", "Constants").labels("parameter").numbers("parameter", "value");
        policies.labels("policy").numbers("cost", "meanCost").interval(Columns.MEAN_GAP);
        policies.numbers("ratio", "bestFixedGap", "cloudShare");
        TableBuilder trained =
                new TableBuilder("trained", "Trained").labels("parameter").numbers("parameter", "value");
        trained.numbers("count", "seed").numbers("ratio", "firstGap", "meanGap", "rangeClosed", "convergenceRate");
        for (String parameter : List.of("gamma", "lambda", "delta", "theta")) {
            for (double value : new double[] {1, 10, 100}) {
                policies.row(parameter, value, "optimum", 300.0, 0.0, 0.0, 0.0, 0.02, 0.2);
                for (String policy : List.of("random", "cloud-only", "average", "best-fixed", "ddl-paper")) {
                    policies.row(parameter, value, policy, 310.0, 0.03, 0.03, 0.03, 0.03, 0.1);
                }
                policies.row(parameter, value, "ddl-paper, after one iteration", 312.0, 0.04, 0.03, 0.05, 0.03, null);
                policies.row(parameter, value, "ddl-paper, trained anew", 306.0, 0.02, 0.01, 0.03, 0.03, null);
                trained.row(parameter, value, 1, 0.04, 0.02, 0.5, 0.999)
                        .row(parameter, value, 2, 0.04, 0.02, 0.5, 0.999);
            }
        }
        return List.of(policies.build(), trained.build());
    }

    private static List<Table> melbourne() {
        TableBuilder hours = new TableBuilder("hours", "Hours").labels("solver").numbers("count", "hour", "twins");
        hours.numbers("MB", "workload")
                .numbers("cost", "cost")
                .numbers("ratio", "provenGap")
                .numbers("count", "moves");
        TableBuilder placements = new TableBuilder("placements", "Placements").numbers("count", "hour");
        placements
                .labels("twin", "server")
                .numbers("degree", "latitude", "longitude", "serverLatitude", "serverLongitude");
        for (int hour = 0; hour < HOURS; hour++) {
            double workload = 500 + 100 * Math.sin(hour);
            hours.row("optimum", hour, 2, workload, workload / 10, 0.0, hour % 3);
            hours.row("midnight placement kept", hour, 2, workload, workload / 9, 0.01, 0);
            placements.row(hour, "twin-1", "site-1", -37.81, 144.96, -37.82, 144.97);
            placements.row(hour, "twin-2", "cloud", -37.80, 144.95, null, null);
        }
        TableBuilder sites =
                new TableBuilder("sites", "Sites").labels("server").numbers("degree", "latitude", "longitude");
        sites.row("site-1", -37.82, 144.97).row("site-2", -37.81, 144.98);
        return List.of(hours.build(), placements.build(), sites.build());
    }

    private static List<Table> drift() {
        TableBuilder policies = new TableBuilder("policies", "Policies").labels("coupling", "policy");
        policies.numbers("cost", "cost")
                .numbers("count", "moves", "forcedMoves")
                .numbers("cost", "totalCost");
        policies.numbers("ratio", "regret");
        TableBuilder days = new TableBuilder("days", "Days").labels("coupling", "policy");
        days.numbers("count", "day", "moves").numbers("cost", "extraCost");
        for (String policy : MOVE_POLICIES) {
            int eager = MOVE_POLICIES.indexOf(policy);
            policies.row("capacity", policy, 100.0 - eager, 10 * eager, 1, 100.0 + 4 * eager, 0.01 * eager);
            for (int day = 1; day <= 3; day++) {
                days.row("capacity", policy, day, day * eager, 1.0 + eager);
            }
        }
        policies.row("capacity", "offline bound", null, null, null, 99.0, 0.0);
        return List.of(policies.build(), days.build());
    }

    private static Table failure() {
        TableBuilder table = new TableBuilder("failure", "Failure").labels("coupling");
        table.numbers("count", "failed").labels("policy", "step").numbers("cost", "meanCost");
        table.numbers("count", "moves", "forcedMoves");
        for (String policy : MOVE_POLICIES) {
            for (String step : List.of("before", "failed", "back")) {
                int moves = step.equals("before") ? 0 : MOVE_POLICIES.indexOf(policy);
                table.row("capacity", 2, policy, step, 600.0 - moves, moves, step.equals("failed") ? 3 : 0);
            }
        }
        return table.build();
    }

    /** Of whole decisions. */
    public static BenchmarkResult benchmark() {
        TableBuilder table =
                new TableBuilder("measurements", "Times").labels("method", "size", "solver", "mode", "unit");
        table.numbers("unit", "score", "scoreError", "p50", "p99", "p999").numbers("B", "bytesPerOperation");
        table.row("decide", "table2", "ddl-price:polish=none", "sample", "us/op", 31.5, 0.5, 30.0, 60.0, 90.0, 0.01);
        table.row("decide", "M50S10", "greedy", "sample", "ms/op", 0.0021, null, 0.002, 0.004, null, null);
        return benchmark(table);
    }

    /** One with this table. */
    public static BenchmarkResult benchmark(TableBuilder table) {
        return new BenchmarkResult(
                "DecisionLatency",
                "mvn -pl benchmarks jmh:run",
                "2026-01-01",
                Optional.empty(),
                ENVIRONMENT,
                List.of("What a figure means."),
                List.of(table.build()));
    }
}
