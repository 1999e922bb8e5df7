package dev.twinplace.reports.experiment.moves;

import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.Device;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.ScenarioCompiler;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.city.CityHours;
import dev.twinplace.reports.experiment.city.PublishedData;
import dev.twinplace.reports.experiment.moves.Replanner.Decision;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Rows;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A month of real hours: what moving twins saves, and how much of what could have been saved is missed. */
public final class DriftExperiment implements Experiment {
    private static final LocalDateTime FIRST = LocalDateTime.of(2017, 3, 1, 0, 0);
    private static final int HOURS_OF_A_DAY = 24;
    private static final int TWINS = 12;
    private static final double MOVE_COST = 0.5;
    private static final List<Double> SHARES = List.of(4.0, 2.0, 1.0, 0.5, 0.25, 0.125);
    private static final List<Coupling> COUPLINGS = List.of(Coupling.INDEPENDENT, Coupling.CAPACITY);
    private static final String SOLVER = "branch-and-bound@1s";
    private static final String BOUND = "offline bound";
    private static final int BOUND_STEPS = 1000;

    /** Of what the largest twin needs in its busiest hour. */
    private static final double CAPACITY_SHARE = 0.75;

    private final Optional<Path> data;

    /** On the data where it is usually found. */
    public DriftExperiment() {
        this(PublishedData.directory());
    }

    DriftExperiment(Optional<Path> data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String title() {
        return "A month of drift in Melbourne";
    }

    @Override
    public String question() {
        return "When loads drift hour by hour and moves cost something, how close to the best plan in hindsight is"
                + " deciding each hour anew?";
    }

    @Override
    public Optional<String> obstacle() {
        return CityHours.obstacle(data);
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        int hours = scale.pick(31, 7, 1) * HOURS_OF_A_DAY;
        CityHours city = CityHours.read(data.orElseThrow(), FIRST, hours, TWINS);
        List<MovePolicy> policies = MovePolicy.around(MOVE_COST, scale.pick(SHARES, SHARES, List.of(1.0)));
        List<ExperimentPart> parts = new ArrayList<>();
        for (Coupling coupling : COUPLINGS) {
            List<Scenario> scenarios = scenarios(city, coupling);
            policies.forEach(policy -> parts.add(
                    new ExperimentPart(coupling + ", " + policy.label(), () -> run(coupling, policy, scenarios))));
        }
        Rows runs = Rows.of(Table.joined("runs", "", runner.alone(parts)));
        TableBuilder totals = new TableBuilder("policies", "Cost, moves and regret over all hours")
                .columns(Columns.COUPLING, Columns.POLICY, Columns.COST, Columns.MOVES, Columns.FORCED_MOVES)
                .columns(Columns.TOTAL_COST, Columns.REGRET, Columns.RANGE_CLOSED, Columns.PROVEN_SHARE)
                .columns(Columns.MEDIAN_MICROS, Columns.P99_MICROS);
        for (Coupling coupling : COUPLINGS) {
            Rows mine = runs.where(Columns.COUPLING, coupling.id());
            addTotals(totals, coupling, mine, bound(scenarios(city, coupling), mine, scale));
        }
        return new Findings(List.of(1L), notes(city), List.of(totals.build(), days(runs)));
    }

    private static List<Scenario> scenarios(CityHours city, Coupling coupling) {
        List<Scenario> plain = IntStream.range(0, city.hours())
                .mapToObj(hour -> city.scenario(hour, coupling, Double.POSITIVE_INFINITY))
                .toList();
        if (coupling != Coupling.CAPACITY) {
            return plain;
        }
        double capacity = CAPACITY_SHARE
                * plain.stream()
                        .mapToDouble(DriftExperiment::largestTwinMB)
                        .max()
                        .orElseThrow();
        return IntStream.range(0, city.hours())
                .mapToObj(hour -> city.scenario(hour, coupling, capacity))
                .toList();
    }

    private static double largestTwinMB(Scenario scenario) {
        double[] workload = new double[scenario.twins().size()];
        for (Device device : scenario.devices()) {
            workload[device.twin()] += device.workloadMB();
        }
        return Arrays.stream(workload).max().orElseThrow();
    }

    /** A row for each day, and one without a day for all of them. */
    private static Table run(Coupling coupling, MovePolicy policy, List<Scenario> hours) {
        Replanner replanner = Replanner.startingFrom(hours.get(0), BudgetedSolver.of(SOLVER));
        List<Decision> decisions = new ArrayList<>();
        for (Scenario hour : hours) {
            decisions.add(replanner.decide(hour, policy.assumedCost()));
        }
        TableBuilder table = new TableBuilder("runs", "")
                .columns(Columns.COUPLING, Columns.POLICY, Columns.DAY, Columns.COST, Columns.MOVES)
                .columns(Columns.FORCED_MOVES, Columns.TOTAL_COST, Columns.PROVEN_SHARE)
                .columns(Columns.MEDIAN_MICROS, Columns.P99_MICROS);
        for (int day = 0; day * HOURS_OF_A_DAY < hours.size(); day++) {
            int first = day * HOURS_OF_A_DAY;
            addRun(table, coupling, policy, day + 1, decisions.subList(first, first + HOURS_OF_A_DAY), replanner);
        }
        addRun(table, coupling, policy, null, decisions, replanner);
        return table.build();
    }

    private static void addRun(
            TableBuilder table,
            Coupling coupling,
            MovePolicy policy,
            Integer day,
            List<Decision> decisions,
            Replanner replanner) {
        table.row(
                coupling.id(),
                policy.label(),
                day,
                decisions.stream().mapToDouble(Decision::cost).sum(),
                decisions.stream().mapToInt(Decision::paid).sum(),
                decisions.stream().mapToInt(Decision::forced).sum(),
                decisions.stream()
                        .mapToDouble(each -> each.withMoves(MOVE_COST))
                        .sum(),
                decisions.stream().filter(Decision::proven).count() / (double) decisions.size(),
                day == null ? replanner.times().medianMicros() : null,
                day == null ? replanner.times().p99Micros() : null);
    }

    private static double bound(List<Scenario> scenarios, Rows runs, Scale scale) {
        List<PlacementProblem> hours =
                scenarios.stream().map(ScenarioCompiler::compile).toList();
        double target = totals(runs).stream()
                .mapToDouble(row -> row.number(Columns.TOTAL_COST))
                .min()
                .orElseThrow();
        return new OfflinePlan(hours, MOVE_COST).bound(target, scale.pick(BOUND_STEPS, BOUND_STEPS, 10));
    }

    private static List<Row> totals(Rows runs) {
        return runs.list().stream()
                .filter(row -> Double.isNaN(row.number(Columns.DAY)))
                .toList();
    }

    private static void addTotals(TableBuilder table, Coupling coupling, Rows runs, double bound) {
        double worse = totals(runs).stream()
                .filter(row -> List.of(MovePolicy.STAY, MovePolicy.OPTIMISE).contains(row.text(Columns.POLICY)))
                .mapToDouble(row -> row.number(Columns.TOTAL_COST))
                .max()
                .orElseThrow();
        for (Row row : totals(runs)) {
            double total = row.number(Columns.TOTAL_COST);
            table.row(
                    coupling.id(),
                    row.text(Columns.POLICY),
                    row.number(Columns.COST),
                    row.number(Columns.MOVES),
                    row.number(Columns.FORCED_MOVES),
                    total,
                    (total - bound) / bound,
                    (worse - total) / (worse - bound),
                    row.number(Columns.PROVEN_SHARE),
                    row.number(Columns.MEDIAN_MICROS),
                    row.number(Columns.P99_MICROS));
        }
        table.row(coupling.id(), BOUND, null, null, null, bound, 0.0, 1.0, null, null, null);
    }

    private static Table days(Rows runs) {
        TableBuilder table = new TableBuilder("days", "Cost and moves by day")
                .columns(Columns.COUPLING, Columns.POLICY, Columns.DAY, Columns.COST, Columns.MOVES)
                .columns(Columns.FORCED_MOVES, Columns.TOTAL_COST, Columns.EXTRA_COST);
        Rows optimised = runs.where(Columns.POLICY, MovePolicy.OPTIMISE);
        for (Row row : runs.list()) {
            double day = row.number(Columns.DAY);
            if (!Double.isNaN(day)) {
                double cheapest = optimised
                        .where(Columns.COUPLING, row.text(Columns.COUPLING))
                        .whereNumber(Columns.DAY, day)
                        .first()
                        .number(Columns.COST);
                List<Object> cells = new ArrayList<>(row.cells().subList(0, 7));
                cells.add(row.number(Columns.TOTAL_COST) - cheapest);
                table.row(cells.toArray());
            }
        }
        return table.build();
    }

    private static List<String> notes(CityHours city) {
        return List.of(
                "Pedestrian counters of the City of Melbourne in March 2017, the Optus base stations of the EUA data set as"
                        + " edge servers, one cloud; " + TWINS
                        + " twins. Which twin a counter belongs to, clocks and the"
                        + " workload of " + city.uncounted() + " counters without counts are drawn.",
                "A move costs " + MOVE_COST
                        + " in all rows, except a forced one, of a twin that no longer fits on its server,"
                        + " which costs nothing. A policy decides each hour with " + SOLVER.replace("@", " in at most ")
                        + " as if a move cost what its name says. The first placement costs no moves.",
                "Under capacity each edge server takes " + CAPACITY_SHARE
                        + " of what the largest twin needs in its busiest hour.",
                "Regret is the cost with moves above the offline bound, as a share of it: what knowing all hours in advance"
                        + " costs at least. Where nothing couples the twins it is the optimum, by dynamic programming;"
                        + " under capacity it is a Lagrangian bound. Range closed is the share of the distance from"
                        + " the worse of the two extreme policies to the bound. Extra cost is the cost with moves above the"
                        + " placements that are cheapest in each hour.");
    }
}
