package dev.twinplace.reports.experiment;

import dev.twinplace.reports.result.Table;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of an experiment that is finished by itself and then kept: an interruption loses no more.
 *
 * @param key unique in the experiment
 * @param work gives the part's figures, and adds the answers that they sum up
 */
public record ExperimentPart(String key, Function<InstanceRows, Table> work) {
    /** A part whose figures do not sum up single problems. */
    public ExperimentPart(String key, Supplier<Table> work) {
        this(key, rows -> work.get());
    }
}
