package dev.twinplace.api;

/** What makes a decision that is repeated, in this order; only learned policies have all of these stages. */
public enum DecisionStage {
    /** From the scenario to the problem. */
    COMPILE,
    /** What the networks will see. */
    FEATURES,
    /** All networks, in the order of the members. */
    FORWARD,
    /** Candidate placements, from what the networks say or by a heuristic. */
    DECODE,
    /** Each twin of a candidate once more, now that all others have a server. */
    REPAIR,
    /** What candidates cost or promise to cost, and whether the decision is what it claims to be. */
    EVALUATE,
    /** The improvement of the best. */
    POLISH
}
