/** The page: one HTML file with claims, charts, tables and where it was all measured. */
package dev.twinplace.reports.html;
