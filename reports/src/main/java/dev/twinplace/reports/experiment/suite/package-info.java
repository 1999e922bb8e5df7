/** All experiments, and how they are run so that nothing is lost and nothing done twice. */
package dev.twinplace.reports.experiment.suite;
