/** The goal {@code jmh:run}: benchmarks measured as their sources are, with nothing installed before. */
package dev.twinplace.jmh;
