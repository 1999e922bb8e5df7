package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.SolveResult;
import dev.twinplace.cost.CostEvaluator;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.Question;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.Answers;
import dev.twinplace.reports.experiment.ChangedScenario;
import dev.twinplace.reports.experiment.DrawnQuestions;
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
import java.util.List;

/** Trained once, asked elsewhere: the paper says that its model need not be trained again. */
public final class PortabilityExperiment implements Experiment {
    private static final long SEED = 1;
    private static final String[] SOLVERS = {"random", "best-fixed", "ddl-paper", "ddl-price:polish=none", "ddl-price"};
    private static final BudgetedSolver PAPER = BudgetedSolver.of("ddl-paper");
    private static final String BLIND = "ddl-paper, told of no change";

    @Override
    public String name() {
        return "portability";
    }

    @Override
    public String title() {
        return "Trained once, asked elsewhere";
    }

    @Override
    public String question() {
        return "What are trained models worth in an environment other than the one they were trained in?";
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        int scenarios = scale.pick(256, 64, 2);
        List<Environments.Change> changes = Environments.changes();
        List<ExperimentPart> parts = scale.pick(changes, changes, changes.subList(0, 3)).stream()
                .map(change -> new ExperimentPart(
                        change.name() + " " + change.value(), rows -> table(change, scenarios, rows)))
                .toList();
        Table gaps = Table.joined(
                "portability",
                "Gap to the optimum in changed environments, with 95 % bootstrap intervals over scenarios",
                runner.together(parts));
        return new Findings(List.of(SEED), notes(scenarios), List.of(gaps));
    }

    private static Table table(Environments.Change change, int count, InstanceRows rows) {
        List<Scenario> scenarios = change.scenarios(count, SEED);
        TestSet test = TestSet.of(DrawnQuestions.about(scenarios));
        TableBuilder table = new TableBuilder("portability", "")
                .columns(Columns.CHANGE, Columns.CHANGE_VALUE, Columns.POLICY, Columns.ANSWERED)
                .interval(Columns.MEAN_GAP);
        List<Answers> all = new ArrayList<>();
        BudgetedSolver.listOf(SOLVERS).forEach(solver -> all.add(test.ask(solver, SEED)));
        if (change.hasOtherServers()) {
            all.add(test.judge(BLIND, blindly(scenarios, test.questions())));
        }
        rows.about(Columns.CHANGE, change.name()).about(Columns.CHANGE_VALUE, change.value());
        for (Answers answers : all) {
            addRow(table, change, answers);
            rows.add(test, answers);
        }
        return table.build();
    }

    /** The model sees devices and no servers: it is asked as if these were as trained, and its placement is judged here. */
    private static double[] blindly(List<Scenario> scenarios, List<Question> questions) {
        Scenario trained =
                ScenarioGenerator.table2(Profile.TABLE2, Coupling.INDEPENDENT).generate(SEED);
        double[] costs = new double[scenarios.size()];
        for (int i = 0; i < costs.length; i++) {
            Scenario asTrained = ChangedScenario.withServers(scenarios.get(i), trained.servers());
            PlacementProblem problem = questions.get(i).problem();
            costs[i] = PAPER.trySolve(ScenarioQuestion.of(asTrained.name(), asTrained), SEED)
                    .flatMap(SolveResult::placement)
                    .map(placement -> new CostEvaluator(problem).cost(placement.toArray()))
                    .orElse(Double.POSITIVE_INFINITY);
        }
        return costs;
    }

    private static void addRow(TableBuilder table, Environments.Change change, Answers answers) {
        Interval gap = answers.gap();
        table.row(
                change.name(), change.value(), answers.solver(), answers.answered(), gap.mean(), gap.low(), gap.high());
    }

    private static List<String> notes(int scenarios) {
        return List.of(
                scenarios + " unseen scenarios each. Models are the pretrained ones: ddl-paper for "
                        + PaperDefaults.TWINS + " twins, " + PaperDefaults.DEVICES + " devices and the paper's servers,"
                        + " ddl-price for all sizes.",
                "ddl-paper serves fewer twins and devices by masking; more of them and other servers it refuses: its outputs mean"
                        + " nothing there. \""
                        + BLIND
                        + "\" asks it as if the servers were as trained, and judges its placement on those that are there.",
                "The paper claims that other workloads and positions need no new training; these differ in every row,"
                        + " \"as trained\" included.");
    }
}
