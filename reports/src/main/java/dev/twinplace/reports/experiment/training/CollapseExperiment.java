package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.paper.LabelRule;
import dev.twinplace.ddl.paper.PaperReading;
import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperTrainer;
import dev.twinplace.generate.ScenarioGenerator;
import dev.twinplace.model.Coupling;
import dev.twinplace.model.PaperDefaults;
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
import java.util.List;
import org.hipparchus.stat.StatUtils;

/** Whether the members of {@code ddl-paper} end up saying the same, and what keeps them from it. */
public final class CollapseExperiment implements Experiment {
    private record Variant(String name, int database, LabelRule rule) {}

    @Override
    public String name() {
        return "collapse";
    }

    @Override
    public String title() {
        return "Do the networks end up agreeing?";
    }

    @Override
    public String question() {
        return "How many different placements do the networks of ddl-paper still propose during training, and which"
                + " changes to its labels keep it learning?";
    }

    private static List<Variant> variants(Scale scale) {
        int database = Setting.base(scale).database();
        int small = database / 8;
        return List.of(
                new Variant("as printed", database, LabelRule.AS_PRINTED),
                new Variant("database an eighth", small, LabelRule.AS_PRINTED),
                new Variant("and moves tried at random", small, LabelRules.randomMoves()),
                new Variant("and a local search for each label", small, LabelRules.localSearch()));
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        ScenarioGenerator generator = PaperTests.generator(Coupling.INDEPENDENT, PaperDefaults.ALPHA, scale);
        PolicyValidation validation =
                new PolicyValidation(TestSet.of(PaperTests.unseen(generator, scale.pick(256, 128, 4))));
        List<Integer> iterations = Checkpoints.upTo(scale.pick(2000, 200, 3));
        List<Long> seeds = scale.pick(List.of(1L, 2L), List.of(1L), List.of(1L));
        List<Variant> variants = variants(scale);
        List<ExperimentPart> parts = new ArrayList<>();
        for (Variant variant : variants) {
            Setting setting = Setting.base(scale).withDatabase(variant.database());
            for (long seed : seeds) {
                PaperScenarios scenarios = new PaperScenarios(generator, seed);
                parts.add(new ExperimentPart(
                        variant.name() + ", seed " + seed,
                        () -> TrainingCurve.of(
                                PaperTrainer.start(
                                        setting.training(scenarios), 1, PaperReading.AS_PRINTED.with(variant.rule())),
                                validation,
                                iterations)));
            }
        }
        Curves curves =
                new Curves(variants.stream().map(Variant::name).toList(), seeds, iterations, runner.together(parts));
        return new Findings(seeds, notes(), List.of(table(curves)));
    }

    private static Table table(Curves curves) {
        TableBuilder table = new TableBuilder(
                        "collapse", "Agreement of the networks over training iterations, means over seeds")
                .columns(
                        Columns.VARIANT,
                        Columns.ITERATION,
                        Columns.DISTINCT_CANDIDATES,
                        Columns.AGREEMENT,
                        Columns.MEAN_GAP);
        for (int i = 0; i < curves.settings().size(); i++) {
            for (int point = 0; point < curves.iterations().size(); point++) {
                table.row(
                        curves.settings().get(i),
                        curves.iterations().get(point),
                        StatUtils.mean(curves.values(i, point, Columns.DISTINCT_CANDIDATES)),
                        StatUtils.mean(curves.values(i, point, Columns.AGREEMENT)),
                        StatUtils.mean(curves.values(i, point, Columns.MEAN_GAP)));
            }
        }
        return table.build();
    }

    private static List<String> notes() {
        return List.of(
                "Each variant has the changes of those above it, except that local search replaces random"
                        + " moves. “All networks agree” is the share of scenarios for which all networks propose the same"
                        + " placement.",
                "A smaller database renews labels faster: the effect of a long training is seen sooner.",
                "A label by local search is the optimum where nothing couples the twins: then the networks learn from a"
                        + " solver, and no longer from one another.");
    }
}
