package dev.twinplace.reports.experiment.solving;

import dev.twinplace.api.SolveResult;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.generate.Profile;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.ModelParameters;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.reports.experiment.DrawnQuestions;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.TestSet;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** What the three constants do that the paper gives no value. */
public final class SensitivityExperiment implements Experiment {
    private static final long SEED = 1;
    private static final String OPTIMUM = "decomposition";
    private static final String[] SOLVERS = {
        OPTIMUM, "random", "cloud-only", "average", "best-fixed", "ddl-paper", "ddl-price"
    };

    @Override
    public String name() {
        return "sensitivity";
    }

    @Override
    public String title() {
        return "The constants that the paper leaves open";
    }

    @Override
    public String question() {
        return "What do γ, λ and δ, to which the paper gives no value, do to the optimum and to each policy?";
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        int scenarios = scale.pick(256, 64, 2);
        ModelParameters base = PaperDefaults.PARAMETERS;
        List<ExperimentPart> parts = new ArrayList<>();
        for (double factor :
                scale.pick(List.of(0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0), List.of(0.25, 1.0, 4.0), List.of(0.5, 1.0))) {
            double gamma = factor * base.networkDiscount();
            double lambda = factor * base.radioConstant();
            double delta = factor * base.instructionsPerByte();
            parts.add(part(
                    "gamma",
                    gamma,
                    scenarios,
                    new ModelParameters(base.instructionsPerByte(), gamma, base.radioConstant())));
            parts.add(part(
                    "lambda",
                    lambda,
                    scenarios,
                    new ModelParameters(base.instructionsPerByte(), base.networkDiscount(), lambda)));
            parts.add(part(
                    "delta",
                    delta,
                    scenarios,
                    new ModelParameters(delta, base.networkDiscount(), base.radioConstant())));
        }
        Table effects = Table.joined(
                "sensitivity", "Mean cost, gap and share of twins in the cloud by constant", runner.together(parts));
        return new Findings(List.of(SEED), notes(scenarios), List.of(effects));
    }

    private static ExperimentPart part(String parameter, double value, int scenarios, ModelParameters parameters) {
        return new ExperimentPart(parameter + " " + value, () -> table(parameter, value, scenarios, parameters));
    }

    private static Table table(String parameter, double value, int count, ModelParameters parameters) {
        ScenarioGenerator generator = ScenarioGenerator.table2(Profile.TABLE2, Coupling.INDEPENDENT);
        TestSet test = TestSet.of(DrawnQuestions.about(DrawnQuestions.scenarios(generator, count, SEED).stream()
                .map(scenario -> ChangedScenario.withParameters(scenario, parameters))
                .toList()));
        TableBuilder table = new TableBuilder("sensitivity", "")
                .columns(
                        Columns.PARAMETER,
                        Columns.PARAMETER_VALUE,
                        Columns.POLICY,
                        Columns.MEAN_COST,
                        Columns.MEAN_GAP,
                        Columns.BEST_FIXED_GAP,
                        Columns.CLOUD_SHARE);
        double bestFixedGap =
                PolicyFigures.of(BudgetedSolver.of("best-fixed"), test).meanGap();
        for (BudgetedSolver solver : BudgetedSolver.listOf(SOLVERS)) {
            PolicyFigures figures = PolicyFigures.of(solver, test);
            table.row(
                    parameter,
                    value,
                    solver.label().equals(OPTIMUM) ? "optimum" : solver.label(),
                    figures.meanCost(),
                    figures.meanGap(),
                    bestFixedGap,
                    figures.cloudShare());
        }
        return table.build();
    }

    private static List<String> notes(int scenarios) {
        return List.of(
                scenarios
                        + " scenarios of Table 2 without coupling; one constant at a time, the others at their defaults.",
                "ddl-paper is the pretrained model, trained with the default constants: it is not trained anew"
                        + " for others, and sees none of them.");
    }

    private record PolicyFigures(double meanCost, double meanGap, double cloudShare) {
        static PolicyFigures of(BudgetedSolver solver, TestSet test) {
            double[] costs = new double[test.questions().size()];
            double[] gaps = new double[costs.length];
            double[] clouds = new double[costs.length];
            for (int i = 0; i < costs.length; i++) {
                SolveResult result = solver.solve(test.questions().get(i), SEED + i);
                costs[i] = result.cost();
                gaps[i] = test.references().get(i).gap(costs[i]);
                clouds[i] = cloudShare(test.questions().get(i).problem(), result);
            }
            return new PolicyFigures(StatUtils.mean(costs), StatUtils.mean(gaps), StatUtils.mean(clouds));
        }

        private static double cloudShare(PlacementProblem problem, SolveResult result) {
            int[] serverOf = result.placement().orElseThrow().toArray();
            int inCloud = 0;
            for (int server : serverOf) {
                inCloud += problem.isCloud(server) ? 1 : 0;
            }
            return (double) inCloud / serverOf.length;
        }
    }
}
