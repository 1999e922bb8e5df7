/** Placements without proof: the paper's baselines, regret greedy and local search. */
package dev.twinplace.heuristic;
