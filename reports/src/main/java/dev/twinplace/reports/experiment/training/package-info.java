/** Experiments that train: the paper's figures 3 to 9, and why its ensemble stops learning. */
package dev.twinplace.reports.experiment.training;
