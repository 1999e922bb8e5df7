/** Whole problems at equal time: our solvers and the peers, each in a Java VM of its own, to one table of gaps. */
package dev.twinplace.benchmarks.peers.placement;
