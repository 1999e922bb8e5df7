/** Experiments: which solvers, on which problems, measured how. */
package dev.twinplace.reports.experiment;
