/** Statistics over problems and seeds; all computed by Hipparchus. */
package dev.twinplace.reports.statistics;
