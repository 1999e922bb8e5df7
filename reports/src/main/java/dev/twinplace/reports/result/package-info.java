/**
 * Result files: what experiments and benchmarks write and pages read, so that a figure can be drawn anew without measuring
 * anew. {@code experiment-1.schema.json} beside these classes describes the format.
 */
package dev.twinplace.reports.result;
