package dev.twinplace.ddl.paper;

import dev.twinplace.problem.PlacementProblem;

/**
 * What is done to the cheapest candidate before it becomes the label of a sample. Algorithm 1 does nothing; other rules show
 * what its members would need in order to go on learning. A rule allocates what it likes and draws from the sample's number.
 */
@FunctionalInterface
public interface LabelRule {
    /** Algorithm 1. */
    LabelRule AS_PRINTED = (problem, serverOf, sample) -> {};

    /**
     * Rewrites a placement.
     *
     * @param serverOf the cheapest candidate's server of each twin
     * @param sample number of the scenario, from 0 on
     */
    void apply(PlacementProblem problem, int[] serverOf, long sample);
}
