/** Experiments on re-placement: what moving twins saves when loads drift and servers fail. */
package dev.twinplace.reports.experiment.moves;
