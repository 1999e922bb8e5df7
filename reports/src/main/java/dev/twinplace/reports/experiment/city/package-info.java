/** An experiment on published measurements of a city. */
package dev.twinplace.reports.experiment.city;
