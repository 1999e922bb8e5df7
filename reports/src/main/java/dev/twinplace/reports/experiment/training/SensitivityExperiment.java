package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperTrainer;
import dev.twinplace.decision.BudgetedSolver;
import dev.twinplace.decision.ScenarioQuestion;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
import dev.twinplace.model.Scenario;
import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.ExperimentPart;
import dev.twinplace.reports.experiment.Findings;
import dev.twinplace.reports.experiment.PartRunner;
import dev.twinplace.reports.experiment.PolicyValidation;
import dev.twinplace.reports.experiment.Scale;
import dev.twinplace.reports.experiment.TestSet;
import dev.twinplace.reports.result.Columns;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the constants do that the paper leaves open, and what {@code ddl-paper} learns where it is trained with other values. */
public final class SensitivityExperiment implements Experiment {
    private static final long SEED = 1;
    private static final String OPTIMUM = "decomposition";
    private static final String PRETRAINED = "ddl-paper";
    private static final String BLIND = PRETRAINED + ", told of no change";
    private static final List<String> POLICIES =
            List.of(OPTIMUM, "random", "cloud-only", "average", "best-fixed", PRETRAINED, "ddl-price");

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
        return "What do γ, λ, δ and the unit of θ do to the optimum, to each policy, and to ddl-paper trained anew?";
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        List<Long> seeds = scale.pick(List.of(1L, 2L, 3L), List.of(1L, 2L), List.of(1L, 2L));
        List<OpenConstant> constants = OpenConstant.all(scale);
        Map<String, OpenConstant> settings = new LinkedHashMap<>();
        constants.forEach(constant -> settings.putIfAbsent(constant.setting(), constant));
        List<ExperimentPart> parts = new ArrayList<>();
        settings.forEach((setting, constant) -> {
            parts.add(new ExperimentPart(setting, () -> policies(constant, scale)));
            seeds.forEach(seed ->
                    parts.add(new ExperimentPart(setting + ", seed " + seed, () -> curve(constant, seed, scale))));
        });
        List<Table> figures = runner.together(parts);
        List<String> names = List.copyOf(settings.keySet());
        SensitivityTables tables = new SensitivityTables(seeds);
        for (OpenConstant constant : constants) {
            int first = names.indexOf(constant.setting()) * (1 + seeds.size());
            tables.add(constant, figures.get(first), figures.subList(first + 1, first + 1 + seeds.size()));
        }
        return new Findings(seeds, notes(scale, names.size(), seeds.size()), tables.build());
    }

    private static int iterations(Scale scale) {
        return scale.pick(1000, 100, 2);
    }

    private static int scenarios(Scale scale) {
        return scale.pick(256, 64, 3);
    }

    private static ScenarioGenerator generator(Scale scale) {
        return PaperTests.generator(Coupling.INDEPENDENT, PaperDefaults.ALPHA, scale);
    }

    private static List<ScenarioQuestion> unseen(UnaryOperator<Scenario> edit, Scale scale) {
        return PaperTests.unseen(generator(scale), scenarios(scale), edit);
    }

    /** Policies that are not trained here. */
    private static Table policies(OpenConstant constant, Scale scale) {
        TestSet test = TestSet.of(unseen(constant.edit(), scale));
        TableBuilder table = new TableBuilder("policies", "")
                .columns(Columns.POLICY, Columns.MEAN_COST, Columns.MEAN_GAP, Columns.CLOUD_SHARE);
        for (String policy : POLICIES) {
            boolean isBlind = policy.equals(PRETRAINED) && constant.hasOtherServers();
            PolicyFigures figures = PolicyFigures.of(
                    BudgetedSolver.of(policy),
                    isBlind ? unseen(UnaryOperator.identity(), scale) : test.questions(),
                    test,
                    SEED);
            table.row(
                    policy.equals(OPTIMUM) ? "optimum" : isBlind ? BLIND : policy,
                    figures.meanCost(),
                    figures.meanGap(),
                    figures.cloudShare());
        }
        return table.build();
    }

    /** {@code ddl-paper}, trained with the constant: after its first iteration and after its last. */
    private static Table curve(OpenConstant constant, long seed, Scale scale) {
        PaperScenarios scenarios = new PaperScenarios(generator(scale), seed, constant.edit());
        return TrainingCurve.of(
                PaperTrainer.start(Setting.base(scale).training(scenarios), 1),
                new PolicyValidation(unseen(constant.edit(), scale)),
                List.of(1, iterations(scale)));
    }

    private static List<String> notes(Scale scale, int settings, int seeds) {
        return List.of(
                scenarios(scale)
                        + " unseen scenarios of Table 2 without coupling; one constant at a time, the others at"
                        + " their defaults. γ is a share of the bandwidth and thus at most 1.",
                "θ is the energy of so many instructions. The paper says of each, 1; other readings are of a million,"
                        + " of the 10⁷ that process 1 MB at δ = 10, the unit of transmission, and of 10⁹, the default"
                        + " here.",
                "“ddl-paper” is the pretrained model, trained with the defaults. It refuses servers with another θ:"
                        + " there it is told of no change.",
                "“Trained anew”: trained as printed for " + iterations(scale) + " iterations with each of " + seeds
                        + " seeds, in each of " + settings
                        + " settings. Intervals are Student's over"
                        + " these seeds; other policies have none, and their ends are the mean.");
    }
}
