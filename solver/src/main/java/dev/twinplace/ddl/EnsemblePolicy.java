package dev.twinplace.ddl;

import dev.twinplace.problem.ProblemInstance;

/** Members that propose placements, and a choice among these. Belongs to one thread. */
public interface EnsemblePolicy {
    /** K. */
    int members();

    /**
     * Decides one problem.
     *
     * @param instance with its scenario, if the policy sees more than costs
     * @throws dev.twinplace.api.UnsupportedProblemException if it is of a kind or size that the policy is not made for
     */
    EnsembleDecision decide(ProblemInstance instance);
}
