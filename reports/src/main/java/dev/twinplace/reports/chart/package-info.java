/** Charts as data, and what draws them: ECharts' options for a browser, SVG files without one. */
package dev.twinplace.reports.chart;
