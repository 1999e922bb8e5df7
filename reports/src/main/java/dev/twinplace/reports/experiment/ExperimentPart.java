package dev.twinplace.reports.experiment;

import dev.twinplace.reports.result.Table;
import java.util.function.Supplier;

/**
 * A part of an experiment that is finished by itself and then kept: an interruption loses no more.
 *
 * @param key unique in the experiment
 * @param work gives the part's figures
 */
public record ExperimentPart(String key, Supplier<Table> work) {}
