package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.experiment.DecisionTimes;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.InstanceRows;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Reference;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** How time and gap grow with twins, servers and devices. */
public final class ScalingExperiment implements Experiment {
    private static final long SEED = 1;
    private static final int REPETITIONS = 50;
    private static final int TWINS = 100;
    private static final int EDGES = 10;
    private static final int DEVICES_PER_TWIN = PaperDefaults.DEVICES / PaperDefaults.TWINS;
    private static final String[] SOLVERS = {
        "best-fixed",
        "greedy",
        "local-search",
        "ddl-price:polish=none",
        "ddl-price",
        "branch-and-bound@100ms",
        "lagrangian@1s"
    };

    @Override
    public String name() {
        return "scaling";
    }

    @Override
    public String title() {
        return "Growth with twins, servers and devices";
    }

    @Override
    public String question() {
        return "How do decision time and gap grow with the numbers of twins, edge servers and devices?";
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        int scenarios = scale.pick(3, 1, 1);
        List<ExperimentPart> parts = new ArrayList<>();
        for (Coupling coupling : List.of(Coupling.CAPACITY, Coupling.CONTENTION)) {
            for (int twins : scale.pick(List.of(10, 30, 100, 300, 1000, 3000), List.of(10, 100), List.of(5))) {
                parts.add(part("M", twins, coupling, twins, DEVICES_PER_TWIN * twins, EDGES, scenarios));
            }
            for (int edges : scale.pick(List.of(2, 5, 10, 20, 50, 100), List.of(2, 20), List.of(2))) {
                parts.add(part(
                        "S", edges, coupling, scale.pick(TWINS, TWINS, 5), DEVICES_PER_TWIN * TWINS, edges, scenarios));
            }
            for (int devices : scale.pick(List.of(100, 1000, 10_000, 100_000), List.of(100, 10_000), List.of(20))) {
                parts.add(part("N", devices, coupling, scale.pick(TWINS, TWINS, 5), devices, EDGES, scenarios));
            }
        }
        Table growth =
                Table.joined("scaling", "Decision time and gap to the best known bound by size", runner.alone(parts));
        return new Findings(List.of(SEED), notes(), List.of(growth));
    }

    private static ExperimentPart part(
            String axis, int value, Coupling coupling, int twins, int devices, int edges, int scenarios) {
        ScenarioGenerator generator =
                new ScenarioGenerator(Profile.CLUSTERED, coupling, twins, devices, edges, PaperDefaults.ALPHA);
        return new ExperimentPart(
                coupling + ", " + axis + " " + value, rows -> table(axis, value, generator, scenarios, rows));
    }

    private static Table table(String axis, int value, ScenarioGenerator generator, int count, InstanceRows rows) {
        List<Scenario> scenarios = DrawnQuestions.scenarios(generator, count, SEED);
        List<Timed> timed = BudgetedSolver.listOf(SOLVERS).stream()
                .map(solver -> Timed.of(solver, scenarios))
                .toList();
        TableBuilder table = new TableBuilder("scaling", "")
                .columns(
                        Columns.COUPLING,
                        Columns.AXIS,
                        Columns.AXIS_VALUE,
                        Columns.SOLVER,
                        Columns.MEDIAN_MICROS,
                        Columns.MEAN_GAP);
        rows.about(Columns.AXIS, axis).about(Columns.AXIS_VALUE, value).by(Columns.SOLVER);
        for (Timed each : timed) {
            double[] gaps = new double[count];
            for (int i = 0; i < count; i++) {
                Reference reference = reference(timed, i);
                gaps[i] = reference.gapAbove(each.results().get(i).cost());
                rows.add(each.label(), scenarios.get(i), each.results().get(i), reference);
            }
            table.row(generator.coupling().id(), axis, value, each.label(), each.medianMicros(), StatUtils.mean(gaps));
        }
        return table.build();
    }

    private static Reference reference(List<Timed> timed, int scenario) {
        return Reference.NONE.raisedBy(
                timed.stream().map(each -> each.results().get(scenario)).toList());
    }

    /** What one solver did on all scenarios, and how fast. */
    private record Timed(String label, double medianMicros, List<SolveResult> results) {
        static Timed of(BudgetedSolver solver, List<Scenario> scenarios) {
            DecisionTimes times = new DecisionTimes(REPETITIONS);
            List<SolveResult> results = scenarios.stream()
                    .map(scenario -> times.measureWarm(() -> decide(solver, scenario)))
                    .toList();
            return new Timed(solver.label(), times.medianMicros(), results);
        }
    }

    private static SolveResult decide(BudgetedSolver solver, Scenario scenario) {
        return solver.solve(ScenarioQuestion.of(scenario.name(), scenario), SEED);
    }

    private static List<String> notes() {
        return List.of(
                "Times are from the scenario to the checked placement, on one thread, compilation included: devices"
                        + " matter to nothing else. Decisions below 20 ms are repeated 50 times after a warm-up.",
                "Clustered scenarios. Where an axis does not say otherwise: " + TWINS + " twins, " + EDGES
                        + " edges, eight devices a twin.",
                "Gaps are to the best lower bound that any of these solvers proved.");
    }
}
