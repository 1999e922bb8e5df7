package dev.twinplace.reports.experiment.city;

import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.geo.GeoPoint;
import dev.twinplace.geo.Site;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Reference;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 24 real hours on real sites: what placing anew every hour saves, and how many twins it moves. */
public final class MelbourneExperiment implements Experiment {
    private static final String EXACT = "branch-and-bound@10s";
    private static final LocalDateTime DAY = LocalDateTime.of(2017, 3, 15, 0, 0);
    private static final int TWINS = 12;
    private static final String KEPT = "midnight placement kept";
    private static final String[] SOLVERS = {"greedy", "local-search", "ddl-price:polish=none", "ddl-price"};

    private final Optional<Path> data;

    /** On the data where it is usually found. */
    public MelbourneExperiment() {
        this(PublishedData.directory());
    }

    MelbourneExperiment(Optional<Path> data) {
        this.data = data;
    }

    @Override
    public String name() {
        return "melbourne";
    }

    @Override
    public String title() {
        return "A day in Melbourne";
    }

    @Override
    public String question() {
        return "What does placing twins anew every hour save over a real day, and how many of them does it move?";
    }

    @Override
    public Optional<String> obstacle() {
        return CityHours.obstacle(data);
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        CityHours day = CityHours.read(data.orElseThrow(), DAY, scale.pick(24, 24, 2), TWINS);
        List<Table> parts = runner.alone(List.of(
                new ExperimentPart("hours", () -> hours(day)),
                new ExperimentPart("placements", () -> placements(day))));
        return new Findings(List.of(1L), notes(day), List.of(parts.get(0), parts.get(1), sites(day)));
    }

    private static List<ScenarioQuestion> questions(CityHours day) {
        List<ScenarioQuestion> questions = new ArrayList<>();
        for (int hour = 0; hour < day.hours(); hour++) {
            questions.add(ScenarioQuestion.of("hour " + hour, day.scenario(hour)));
        }
        return questions;
    }

    private static List<SolveResult> results(BudgetedSolver solver, List<ScenarioQuestion> questions) {
        return questions.stream().map(question -> solver.solve(question, 0)).toList();
    }

    private static Table hours(CityHours day) {
        List<ScenarioQuestion> questions = questions(day);
        List<SolveResult> exact = results(BudgetedSolver.of(EXACT), questions);
        TableBuilder table = new TableBuilder("hours", "Cost and moves by hour")
                .columns(
                        Columns.SOLVER,
                        Columns.HOUR,
                        Columns.TWINS,
                        Columns.WORKLOAD,
                        Columns.COST,
                        Columns.PROVEN_GAP,
                        Columns.MOVES);
        addHours(table, "optimum", questions, placements(exact), exact);
        Placement midnight = placements(exact).get(0);
        addHours(
                table, KEPT, questions, questions.stream().map(each -> midnight).toList(), exact);
        for (BudgetedSolver solver : BudgetedSolver.listOf(SOLVERS)) {
            addHours(table, solver.label(), questions, placements(results(solver, questions)), exact);
        }
        return table.build();
    }

    private static List<Placement> placements(List<SolveResult> results) {
        return results.stream().map(result -> result.placement().orElseThrow()).toList();
    }

    private static void addHours(
            TableBuilder table,
            String solver,
            List<ScenarioQuestion> questions,
            List<Placement> placements,
            List<SolveResult> exact) {
        for (int hour = 0; hour < questions.size(); hour++) {
            PlacementProblem problem = questions.get(hour).problem();
            Placement placement = placements.get(hour);
            double cost = new CostEvaluator(problem).cost(placement.toArray());
            double bound = Reference.boundOf(exact.get(hour));
            double workload = 0;
            for (int m = 0; m < problem.twins(); m++) {
                workload += problem.work(m);
            }
            table.row(
                    solver,
                    hour,
                    problem.twins(),
                    workload,
                    cost,
                    Math.max(0, (cost - bound) / Math.abs(bound)),
                    moves(placements.get(Math.max(0, hour - 1)), placement));
        }
    }

    private static int moves(Placement before, Placement after) {
        int moves = 0;
        for (int m = 0; m < after.twins(); m++) {
            moves += before.serverOf(m) == after.serverOf(m) ? 0 : 1;
        }
        return moves;
    }

    private static Table placements(CityHours day) {
        List<ScenarioQuestion> questions = questions(day);
        List<SolveResult> exact = results(BudgetedSolver.of(EXACT), questions);
        TableBuilder table = new TableBuilder("placements", "The optimal placement by hour")
                .columns(
                        Columns.HOUR,
                        Columns.TWIN,
                        Columns.SERVER,
                        Columns.LATITUDE,
                        Columns.LONGITUDE,
                        Columns.SERVER_LATITUDE,
                        Columns.SERVER_LONGITUDE);
        for (int hour = 0; hour < questions.size(); hour++) {
            Scenario scenario = questions.get(hour).scenario();
            for (int m = 0; m < scenario.twins().size(); m++) {
                int server = placements(exact).get(hour).serverOf(m);
                GeoPoint place = day.place(scenario, m);
                // The cloud comes last and is nowhere.
                Optional<GeoPoint> site = Optional.of(server)
                        .filter(s -> s < day.sites().size())
                        .map(s -> day.sites().get(s).place());
                table.row(
                        hour,
                        scenario.twins().get(m),
                        scenario.servers().get(server).id(),
                        place.latitude(),
                        place.longitude(),
                        site.map(GeoPoint::latitude).orElse(null),
                        site.map(GeoPoint::longitude).orElse(null));
            }
        }
        return table.build();
    }

    private static Table sites(CityHours day) {
        TableBuilder table =
                new TableBuilder("sites", "Edge servers").columns(Columns.SERVER, Columns.LATITUDE, Columns.LONGITUDE);
        for (Site site : day.sites()) {
            table.row(site.id(), site.place().latitude(), site.place().longitude());
        }
        return table.build();
    }

    private static List<String> notes(CityHours day) {
        return List.of(
                "Pedestrian counters of the City of Melbourne on 15 March 2017, the Optus base stations of the EUA data"
                        + " set as edge servers, one cloud. Which twin a counter belongs to, clocks and the workload of "
                        + day.uncounted() + " counters without counts are drawn.",
                "Coupling contention, alpha 0.5. A move costs nothing here: moves are counted, not weighed.",
                "The proven gap is to the lower bound of " + EXACT.replace("@", " after at most ")
                        + ". Moves are counted against the hour before.");
    }
}
