package dev.twinplace.reports.figure;

import java.util.List;
import java.util.Map;

/** Who draws which experiment. */
public final class FigureMakers {
    private static final Map<String, FigureMaker> BY_EXPERIMENT = Map.ofEntries(
            Map.entry("gap", new GapFigures()),
            Map.entry("pareto", new ParetoFigures()),
            Map.entry("scaling", new ScalingFigures()),
            Map.entry("alpha", new AlphaFigures()),
            Map.entry("learning-rate", new ConvergenceFigures("learning rate")),
            Map.entry("ensemble-size", new ConvergenceFigures("number of networks")),
            Map.entry("database-size", new ConvergenceFigures("size of the database")),
            Map.entry("collapse", new CollapseFigures()),
            Map.entry("ablation", new AblationFigures()),
            Map.entry("equal-time", new EqualTimeFigures()),
            Map.entry("readings", new ReadingsFigures()),
            Map.entry("portability", new PortabilityFigures()),
            Map.entry("sensitivity", new SensitivityFigures()),
            Map.entry("melbourne", new MelbourneFigures()),
            Map.entry("drift", new DriftFigures()),
            Map.entry("failure", new FailureFigures()));

    private FigureMakers() {}

    /** For an experiment of this name; tables only, if it is unknown. */
    public static FigureMaker of(String experiment) {
        return BY_EXPERIMENT.getOrDefault(experiment, result -> List.of());
    }
}
