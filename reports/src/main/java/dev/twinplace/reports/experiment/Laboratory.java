package dev.twinplace.reports.experiment;

import dev.twinplace.reports.result.Table;
import java.util.List;

/** Where an experiment works: it knows how much to do, and which parts are done already. */
public interface Laboratory {
    Scale scale();

    /** Works off cells, several at a time, and returns their figures in the order of the list. Called once. */
    List<Table> together(List<Cell> cells);

    /** As {@link #together}, one cell at a time and nothing beside it: for what is timed. */
    List<Table> alone(List<Cell> cells);
}
