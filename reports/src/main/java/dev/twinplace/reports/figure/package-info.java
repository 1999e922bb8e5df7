/** Which charts are drawn of which tables: a class for each experiment. */
package dev.twinplace.reports.figure;
