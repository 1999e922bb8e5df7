/**
 * A batch: the lines of files, answered on all cores into the shards of a directory. A killed run loses nothing that its shards
 * have: {@link dev.twinplace.cli.batch.BatchRun} goes on where they end.
 */
package dev.twinplace.cli.batch;
