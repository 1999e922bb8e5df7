package dev.twinplace.reports.experiment.training;

import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.reports.experiment.Answers;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.InstanceRows;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.TestSet;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figure 9 of the paper, with the optimum, for each coupling. */
public final class AlphaExperiment implements Experiment {
    private static final long SEED = 1;
    private static final String PAPER = "ddl-paper";
    private static final Interval SAME = new Interval(0, 0, 0);

    /** What the paper calls them, and our ids. */
    private static final Map<String, String> POLICIES = policies();

    private static Map<String, String> policies() {
        Map<String, String> policies = new LinkedHashMap<>();
        policies.put("RO", "random");
        policies.put("CO", "cloud-only");
        policies.put("AD", "average");
        policies.put("best-fixed", "best-fixed");
        policies.put("ddl-price", "ddl-price");
        return policies;
    }

    @Override
    public String name() {
        return "alpha";
    }

    @Override
    public String title() {
        return "Latency against energy (figure 9)";
    }

    @Override
    public String question() {
        return "What do the paper's baselines, its policy, ours and the optimum cost, for each weight of latency against"
                + " energy?";
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        TrainedPaper paper = new TrainedPaper(scale);
        int scenarios = scale.pick(256, 64, 3);
        int steps = scale.pick(10, 4, 1);
        List<Long> seeds = scale.pick(List.of(1L, 2L, 3L, 4L, 5L), List.of(1L, 2L), List.of(1L, 2L));
        List<ExperimentPart> parts = new ArrayList<>();
        for (Coupling coupling : Coupling.values()) {
            for (int step = 0; step <= steps; step++) {
                double alpha = (double) step / steps;
                ScenarioGenerator generator = PaperTests.generator(coupling, alpha, scale);
                List<Long> trained = coupling == Coupling.INDEPENDENT ? seeds : seeds.subList(0, 1);
                parts.add(new ExperimentPart(
                        coupling + ", alpha " + alpha, rows -> table(generator, paper, scenarios, trained, rows)));
            }
        }
        Table costs = Table.joined(
                "cost",
                "Mean cost by weight of latency, with 95 % bootstrap intervals over scenarios",
                runner.together(parts));
        return new Findings(seeds, notes(paper.iterations(), scenarios), List.of(costs));
    }

    private static Table table(
            ScenarioGenerator generator, TrainedPaper paper, int scenarios, List<Long> seeds, InstanceRows rows) {
        TestSet test = TestSet.of(PaperTests.unseen(generator, scenarios));
        PaperCosts costs = new PaperCosts(
                seeds.stream().map(seed -> paper.costs(generator, test, seed)).toArray(double[][]::new));
        TableBuilder table = new TableBuilder("cost", "")
                .columns(Columns.COUPLING, Columns.ALPHA, Columns.POLICY)
                .interval(Columns.MEAN_COST)
                .columns(Columns.MEAN_GAP, Columns.ANSWERED)
                .interval(Columns.COST_DIFFERENCE);
        Map<String, Answers> all = new LinkedHashMap<>();
        POLICIES.forEach((name, label) -> all.put(name, test.ask(BudgetedSolver.of(label), SEED)));
        all.put(PAPER, test.judge(PAPER, costs.means()));
        all.put("optimum", test.judgeOptima("optimum"));
        all.forEach((name, answers) -> {
            addRow(table, generator, name, answers, name.equals(PAPER) ? SAME : costs.minus(answers.costs()));
            rows.add(name, test, answers);
        });
        return table.build();
    }

    private static void addRow(
            TableBuilder table, ScenarioGenerator generator, String policy, Answers answers, Interval difference) {
        Interval cost = answers.cost();
        table.row(
                generator.coupling().id(),
                generator.alpha(),
                policy,
                cost.mean(),
                cost.low(),
                cost.high(),
                answers.gap().mean(),
                answers.answered(),
                difference.mean(),
                difference.low(),
                difference.high());
    }

    private static List<String> notes(int iterations, int scenarios) {
        return List.of(
                "ddl-paper is trained anew for every coupling and weight, " + iterations
                        + " iterations each, with every seed where nothing couples the twins, else with the first."
                        + " ddl-price is one model for all, with local search.",
                "The cost difference is ddl-paper's cost minus that of the policy in the row, on the same problems, with"
                        + " its 95 % bootstrap interval over seeds of training and problems.",
                scenarios + " unseen scenarios of Table 2 each. Costs are means over those answered:"
                        + " under capacities ddl-paper may find no placement.");
    }
}
