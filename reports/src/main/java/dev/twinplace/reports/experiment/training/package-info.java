/** Experiments that train: the paper's figures 3 to 9, why its ensemble stops learning, and other readings of the paper. */
package dev.twinplace.reports.experiment.training;
