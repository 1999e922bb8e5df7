package dev.twinplace.reports.experiment.suite;

import dev.twinplace.reports.experiment.Experiment;
import dev.twinplace.reports.experiment.city.MelbourneExperiment;
import dev.twinplace.reports.experiment.moves.DriftExperiment;
import dev.twinplace.reports.experiment.moves.FailureExperiment;
import dev.twinplace.reports.experiment.solving.AblationExperiment;
import dev.twinplace.reports.experiment.solving.EqualTimeExperiment;
import dev.twinplace.reports.experiment.solving.GapExperiment;
import dev.twinplace.reports.experiment.solving.ParetoExperiment;
import dev.twinplace.reports.experiment.solving.PortabilityExperiment;
import dev.twinplace.reports.experiment.solving.ScalingExperiment;
import dev.twinplace.reports.experiment.training.AlphaExperiment;
import dev.twinplace.reports.experiment.training.CollapseExperiment;
import dev.twinplace.reports.experiment.training.ConvergenceExperiment;
import dev.twinplace.reports.experiment.training.ReadingsExperiment;
import dev.twinplace.reports.experiment.training.SensitivityExperiment;
import java.util.List;
import java.util.stream.Collectors;

/** The experiments there are. */
public final class Experiments {
    /** For each of them. */
    public static final String ALL = "all";

    private static final List<Experiment> LIST = List.of(
            new GapExperiment(),
            new ParetoExperiment(),
            new ScalingExperiment(),
            new AlphaExperiment(),
            ConvergenceExperiment.learningRate(),
            ConvergenceExperiment.ensembleSize(),
            ConvergenceExperiment.databaseSize(),
            new CollapseExperiment(),
            new AblationExperiment(),
            new EqualTimeExperiment(),
            new ReadingsExperiment(),
            new PortabilityExperiment(),
            new SensitivityExperiment(),
            new MelbourneExperiment(),
            new DriftExperiment(),
            new FailureExperiment());

    private Experiments() {}

    /** In the order in which they are run. */
    public static List<Experiment> all() {
        return LIST;
    }

    /**
     * The experiment of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those that are
     */
    public static Experiment named(String name) {
        return LIST.stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("must be one of " + names() + " or " + ALL + ", but was " + name));
    }

    private static String names() {
        return LIST.stream().map(Experiment::name).collect(Collectors.joining(", "));
    }
}
