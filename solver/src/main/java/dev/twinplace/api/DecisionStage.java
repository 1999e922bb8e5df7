package dev.twinplace.ddl;

/** What makes a decision of a learned policy, in this order. */
public enum DecisionStage {
    /** From the scenario to the problem. */
    COMPILE,
    /** What the networks will see. */
    FEATURES,
    /** All networks, in the order of the members. */
    FORWARD,
    /** From what a member says to a candidate placement. */
    DECODE,
    /** Each twin of a candidate once more, now that all others have a server. */
    REPAIR,
    /** What candidates cost or promise to cost, and whether the decision is what it claims to be. */
    EVALUATE,
    /** The improvement of the best. */
    POLISH
}
