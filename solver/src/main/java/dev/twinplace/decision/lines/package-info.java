/**
 * Scenarios as lines of text: {@link dev.twinplace.decision.lines.LineDecider} answers each by itself, so that any number of
 * processes and machines can share the lines of a file and write the same answers.
 */
package dev.twinplace.decision.lines;
