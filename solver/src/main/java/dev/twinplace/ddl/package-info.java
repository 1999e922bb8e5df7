/**
 * Distributed deep learning: an ensemble whose members each propose a decision, the best of which is what all of them learn.
 * What is decided, and what it costs, is behind {@link dev.twinplace.ddl.OffloadingTask}.
 */
package dev.twinplace.ddl;
