package dev.twinplace.reports.figure;

import dev.twinplace.reports.result.ExperimentResult;
import dev.twinplace.reports.result.MissingFigureException;
import java.util.List;

/** Draws the charts of an experiment. */
@FunctionalInterface
public interface FigureMaker {
    /**
     * The charts in the order in which they are read.
     *
     * @throws MissingFigureException if the result lacks a table or column, because an older version wrote it
     */
    List<Figure> of(ExperimentResult result);
}
