/** Asks solvers for answers, each in a Java VM of its own, and keeps what they answer. */
package dev.twinplace.benchmarks.peers.contest;
