/** Experiments that compare solvers as shipped: gap, time, size, and what the model's constants do. */
package dev.twinplace.reports.experiment.solving;
