/** Runs benchmarks, says what their figures mean, publishes them and compares them. */
package dev.twinplace.benchmarks.run;
