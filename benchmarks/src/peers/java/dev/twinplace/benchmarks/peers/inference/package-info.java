/** The paper's ensemble in other people's libraries. */
package dev.twinplace.benchmarks.peers.inference;
