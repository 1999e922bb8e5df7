/** Experiments that compare solvers as they come along: gap, time, size, and what the model's constants do. */
package dev.twinplace.reports.experiment.solving;
