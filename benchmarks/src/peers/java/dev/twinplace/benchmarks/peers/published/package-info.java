/** Published instances: our solvers and the peers beside the best known values. */
package dev.twinplace.benchmarks.peers.published;
