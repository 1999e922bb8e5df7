package dev.twinplace.ddl;

import dev.twinplace.problem.Placement;
import java.util.Optional;

/**
 * What an ensemble made of one problem.
 *
 * @param placement what it decides; empty if all it can think of exceeds capacities
 * @param distinctCandidates how many different placements its members proposed: 1 if all agree
 */
public record EnsembleDecision(Optional<Placement> placement, int distinctCandidates) {}
