/** Peers as solvers: other people's programs behind our interface, each with the model that suits it best. */
package dev.twinplace.benchmarks.peers.solver;
