package dev.twinplace.reports.experiment.moves;

import dev.twinplace.api.Budget;
import dev.twinplace.api.CancellationToken;
import dev.twinplace.api.KeptPrices;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.Solvers;
import dev.twinplace.cost.StartPlacement;
import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ProblemVariant;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One server of a large problem fails: how soon there is an answer, and one close to its bound, with the placement and the
 * prices of the decision before, with the placement alone, and from scratch. Times begin with the problem compiled.
 */
final class LargeFailure {
    static final String SOLVER = "lagrangian";
    static final double CLOSE = 1e-3;
    private static final double NANOS_PER_MICRO = 1e3;

    private final PlacementSolver solver = Solvers.create(SOLVER);
    private final PlacementProblem problem;
    private final KeptPrices prices = new KeptPrices();
    private final Duration limit;
    private final Placement before;

    /**
     * Solves a problem of so many twins and servers, of which the last is the cloud.
     *
     * @param limit of the time for each decision
     */
    LargeFailure(Coupling coupling, int twins, int servers, Duration limit, long seed) {
        this.limit = limit;
        problem = ScenarioCompiler.compile(DrawnQuestions.generator(Profile.CLUSTERED, coupling, twins, servers - 1)
                .generate(seed));
        SolveRequest request =
                SolveRequest.of(problem).withBudget(Budget.ofTime(limit)).withPrices(prices);
        before = solver.solve(request).placement().orElseThrow();
    }

    /** Times of one decision, in microseconds; infinite for what did not happen within its budget. */
    private record Times(double first, double close) {}

    /** The medians over failures of the first so many servers; one failure before is not counted. */
    Table table(String coupling, int failures) {
        Map<String, Times[]> times = new LinkedHashMap<>();
        for (int failed = -1; failed < failures; failed++) {
            PlacementProblem after = without(Math.max(failed, 0));
            SolveRequest scratch = SolveRequest.of(after).withBudget(Budget.ofTime(limit));
            KeptPrices kept = new KeptPrices();
            prices.of(after.servers()).ifPresent(kept::keep);
            SolveRequest started = started(scratch, after);
            record(times, "placement and prices kept", failed, failures, started.withPrices(kept));
            record(times, "placement kept", failed, failures, started);
            record(times, "from scratch", failed, failures, scratch);
        }
        TableBuilder table = new TableBuilder("large", "One server of a large problem fails")
                .columns(Columns.COUPLING, Columns.SETTING, Columns.TWINS, Columns.SCENARIOS)
                .columns(Columns.FIRST_MICROS, Columns.CLOSE_MICROS);
        times.forEach((setting, each) -> table.row(
                coupling,
                setting,
                problem.twins(),
                each.length,
                median(Arrays.stream(each).mapToDouble(Times::first).toArray()),
                median(Arrays.stream(each).mapToDouble(Times::close).toArray())));
        return table.build();
    }

    private void record(Map<String, Times[]> times, String setting, int index, int count, SolveRequest request) {
        Times measured = measure(request);
        if (index >= 0) {
            times.computeIfAbsent(setting, any -> new Times[count])[index] = measured;
        }
    }

    private PlacementProblem without(int server) {
        boolean[] barred = new boolean[problem.twins() * problem.servers()];
        for (int m = 0; m < problem.twins(); m++) {
            barred[m * problem.servers() + server] = true;
        }
        return ProblemVariant.withBars(problem, barred);
    }

    private SolveRequest started(SolveRequest request, PlacementProblem after) {
        Optional<Placement> start = StartPlacement.near(after, before);
        return start.map(request::withStart).orElse(request);
    }

    private Times measure(SolveRequest request) {
        double[] micros = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        CancellationToken enough = new CancellationToken();
        SolveRequest timed = request.withCancellation(enough).withListener((cost, lowerBound, elapsed) -> {
            double now = elapsed.toNanos() / NANOS_PER_MICRO;
            micros[0] = Math.min(micros[0], now);
            if (cost - lowerBound <= CLOSE * Math.abs(lowerBound)) {
                micros[1] = Math.min(micros[1], now);
                enough.cancel();
            }
        });
        solver.solve(timed);
        return new Times(micros[0], micros[1]);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
