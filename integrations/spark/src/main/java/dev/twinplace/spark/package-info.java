/** Scenarios answered on a Spark cluster, by the same function of a line as {@code twinplace batch}. */
package dev.twinplace.spark;
