package dev.twinplace.reports.experiment.training;

import dev.twinplace.ddl.paper.PaperReading;
import dev.twinplace.ddl.paper.PaperReading.Features;
import dev.twinplace.ddl.paper.PaperScenarios;
import dev.twinplace.ddl.paper.PaperTrainer;
import dev.twinplace.decision.BudgetedSolver;
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
import dev.twinplace.reports.result.Row;
import dev.twinplace.reports.result.Table;
import dev.twinplace.reports.result.TableBuilder;
import dev.twinplace.reports.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.stat.StatUtils;

/** What {@code ddl-paper} reaches if that is read in other ways which the paper does not say. */
public final class ReadingsExperiment implements Experiment {
    private static final int MANY = 32;

    /** As the published figures have 1,000; each training goes through all of these, and the long ones further. */
    private static final List<Integer> ITERATIONS = List.of(1000, 3000);

    private static final List<Integer> LONG = List.of(1000, 3000, 10_000);

    /** A reading is made anew for each training: a rule for labels may remember. */
    private record Variant(String name, List<Integer> iterations, Supplier<PaperReading> reading) {}

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public String title() {
        return "Readings of Algorithm 1";
    }

    @Override
    public String question() {
        return "How near to the optimum does ddl-paper come if Algorithm 1 is read in other ways, or trained for longer?";
    }

    private static List<Variant> variants(Scale scale) {
        PaperReading printed = PaperReading.AS_PRINTED;
        PaperReading centred = printed.with(Features.POOLED_AND_CENTRED);
        long database = Setting.base(scale).database();
        return List.of(
                new Variant("as printed", LONG, () -> printed),
                new Variant("one extractor for all devices", ITERATIONS, () -> printed.with(Features.POOLED)),
                new Variant("and centred inputs", LONG, () -> centred),
                new Variant(MANY + " samples in an iteration", ITERATIONS, () -> printed.withSamples(MANY)),
                new Variant(
                        "labels replaced by better ones only",
                        ITERATIONS,
                        () -> printed.withScenarios(database).with(LabelRules.onlyBetter())),
                new Variant("labels from the optimum", ITERATIONS, () -> printed.with(LabelRules.localSearch())),
                new Variant(
                        "labels from the optimum, " + MANY + " samples",
                        ITERATIONS,
                        () -> printed.with(LabelRules.localSearch()).withSamples(MANY)),
                new Variant(
                        "labels from the optimum, " + MANY + " samples, one centred extractor",
                        ITERATIONS,
                        () -> centred.with(LabelRules.localSearch()).withSamples(MANY)));
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        ScenarioGenerator generator = PaperTests.generator(Coupling.INDEPENDENT, PaperDefaults.ALPHA, scale);
        TestSet test = TestSet.of(PaperTests.unseen(generator, scale.pick(512, 128, 4)));
        PolicyValidation validation = new PolicyValidation(test);
        List<Long> seeds = scale.pick(List.of(1L, 2L, 3L), List.of(1L), List.of(1L, 2L));
        List<Variant> variants = variants(scale);
        List<ExperimentPart> parts = new ArrayList<>();
        for (Variant variant : variants) {
            List<Integer> iterations = scale.pick(variant.iterations(), List.of(100), List.of(2));
            for (long seed : seeds) {
                PaperScenarios scenarios = new PaperScenarios(generator, seed);
                parts.add(new ExperimentPart(
                        variant.name() + ", seed " + seed,
                        () -> TrainingCurve.of(
                                PaperTrainer.start(
                                        Setting.base(scale).training(scenarios),
                                        1,
                                        variant.reading().get()),
                                validation,
                                iterations)));
            }
        }
        double bestFixed = test.ask(BudgetedSolver.of("best-fixed"), 1).gap().mean();
        return new Findings(seeds, notes(), List.of(table(variants, seeds.size(), runner.together(parts), bestFixed)));
    }

    private static Table table(List<Variant> variants, int seeds, List<Table> curves, double bestFixed) {
        TableBuilder table = new TableBuilder(
                        "readings", "Gap to the optimum under each reading; the interval is Student's over seeds")
                .columns(Columns.VARIANT, Columns.ITERATION)
                .interval(Columns.MEAN_GAP)
                .columns(Columns.HIT_RATE, Columns.BEST_FIXED_GAP);
        for (int i = 0; i < variants.size(); i++) {
            List<Table> ofSeeds = curves.subList(i * seeds, (i + 1) * seeds);
            int points = ofSeeds.stream()
                    .mapToInt(curve -> curve.rows().size())
                    .min()
                    .orElse(0);
            for (int point = 0; point < points; point++) {
                int at = point;
                List<Row> rows = ofSeeds.stream()
                        .map(curve -> new Row(curve, curve.rows().get(at)))
                        .toList();
                Interval gap = Interval.student(figures(rows.stream().map(row -> row.number(Columns.MEAN_GAP))));
                table.row(
                        variants.get(i).name(),
                        (int) rows.get(0).number(Columns.ITERATION),
                        gap.mean(),
                        finite(gap.low()),
                        finite(gap.high()),
                        StatUtils.mean(figures(rows.stream().map(row -> row.number(Columns.HIT_RATE)))),
                        bestFixed);
            }
        }
        return table.build();
    }

    private static double[] figures(Stream<Double> figures) {
        return figures.mapToDouble(Double::doubleValue).toArray();
    }

    /** Missing, if there is only one seed. */
    private static Double finite(double end) {
        return Double.isFinite(end) ? end : null;
    }

    private static List<String> notes() {
        return List.of(
                "All else is as printed: 12 networks, database of 1,024, batch of 128, learning rate 0.001.",
                "One extractor for all devices: the same weights see each device of a twin, and what they say is added"
                        + " up. Centred: inputs are from -1 to 1, not from 0 to 1.",
                "Labels replaced by better ones only: as many scenarios as the database holds come again and again, and"
                        + " a label stays until the networks find a cheaper one.",
                "Labels from the optimum are no reading of the paper: they show what the same networks could learn.");
    }
}
