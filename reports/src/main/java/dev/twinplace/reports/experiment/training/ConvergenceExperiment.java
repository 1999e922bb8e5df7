package dev.twinplace.reports.experiment.training;

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
import dev.twinplace.reports.result.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Figures 3 to 8 of the paper: how {@code ddl-paper} converges, and what it then costs, under several settings. */
public final class ConvergenceExperiment implements Experiment {
    private final String name;
    private final String title;
    private final String question;
    private final Function<Scale, List<Setting>> settings;

    private ConvergenceExperiment(String name, String title, String question, Function<Scale, List<Setting>> settings) {
        this.name = name;
        this.title = title;
        this.question = question;
        this.settings = settings;
    }

    /** Figures 3 and 4. */
    public static Experiment learningRate() {
        return new ConvergenceExperiment(
                "learning-rate",
                "Learning rate (figures 3 and 4)",
                "How do convergence rate and mean cost of ddl-paper depend on the learning rate?",
                scale -> scale.pick(
                                Stream.of("1e-5", "1e-4", "1e-3", "1e-2"),
                                Stream.of("1e-5", "1e-3", "1e-2"),
                                Stream.of("1e-3", "1e-2"))
                        .map(Setting.base(scale)::withLearningRate)
                        .toList());
    }

    /** Figures 5 and 6. */
    public static Experiment ensembleSize() {
        return new ConvergenceExperiment(
                "ensemble-size",
                "Number of networks (figures 5 and 6)",
                "How do convergence rate and mean cost of ddl-paper depend on the number K of networks?",
                scale -> scale.pick(Stream.of(2, 4, 8, 12, 16), Stream.of(2, 12), Stream.of(1, 2))
                        .map(Setting.base(scale)::withMembers)
                        .toList());
    }

    /** Figures 7 and 8. */
    public static Experiment databaseSize() {
        return new ConvergenceExperiment(
                "database-size",
                "Size of the database (figures 7 and 8)",
                "How do convergence rate and mean cost of ddl-paper depend on the size of the database?",
                scale -> scale.pick(Stream.of(256, 512, 1024, 2048), Stream.of(256, 1024), Stream.of(8, 16))
                        .map(Setting.base(scale)::withDatabase)
                        .toList());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String question() {
        return question;
    }

    @Override
    public Findings run(PartRunner runner) {
        Scale scale = runner.scale();
        ScenarioGenerator generator = PaperTests.generator(Coupling.INDEPENDENT, PaperDefaults.ALPHA, scale);
        TestSet test = TestSet.of(PaperTests.unseen(generator, scale.pick(1024, 256, 4)));
        PolicyValidation validation = new PolicyValidation(test);
        List<Integer> iterations = Checkpoints.upTo(scale.pick(1000, 100, 3));
        List<Long> seeds = scale.pick(List.of(1L, 2L, 3L, 4L, 5L), List.of(1L, 2L), List.of(1L, 2L));
        List<Setting> compared = settings.apply(scale);
        List<ExperimentPart> parts = new ArrayList<>();
        for (Setting setting : compared) {
            for (long seed : seeds) {
                PaperScenarios scenarios = new PaperScenarios(generator, seed);
                parts.add(new ExperimentPart(
                        setting.label() + ", seed " + seed,
                        () -> TrainingCurve.of(
                                PaperTrainer.start(setting.training(scenarios), 1), validation, iterations)));
            }
        }
        List<Table> curves = runner.together(parts);
        Curves all = new Curves(compared.stream().map(Setting::label).toList(), seeds, iterations, curves);
        return new Findings(
                seeds, notes(iterations), List.of(all.convergence(), all.cost(test.optima()), all.finals()));
    }

    private static List<String> notes(List<Integer> iterations) {
        return List.of(
                "The paper names neither batch size nor database size: these are 128 and 1,024 unless varied.",
                "An iteration takes one new sample and trains every network on one batch; the database is filled before"
                        + " the first. Judged at " + iterations.size()
                        + " of the iterations, each before and after, on the same unseen scenarios for every seed.",
                "The convergence rate (21) compares costs before and after one iteration: near 1 says that decisions no"
                        + " longer change, not that they are good.");
    }
}
