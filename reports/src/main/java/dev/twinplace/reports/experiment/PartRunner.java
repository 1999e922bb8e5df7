package dev.twinplace.reports.experiment;

import dev.twinplace.reports.result.Table;
import java.util.List;

/** Works off the parts of an experiment: it knows how much to do, and which parts are done already. */
public interface PartRunner {
    Scale scale();

    /** Works off parts, several at a time, and returns their figures in the order of the list. Called once. */
    List<Table> together(List<ExperimentPart> parts);

    /** As {@link #together}, one part at a time and nothing beside it: for what is timed. */
    List<Table> alone(List<ExperimentPart> parts);
}
