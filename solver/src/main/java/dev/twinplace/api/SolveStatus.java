package dev.twinplace.api;

/** What a solver knows about the problem when it stops. */
public enum SolveStatus {
    /** The placement is proven to be a cheapest one, within the tolerance of {@link Optimality}. */
    OPTIMAL,
    /** There is a placement; a cheaper one may exist. */
    FEASIBLE,
    /** It is proven that no placement respects the capacities and other rules. */
    INFEASIBLE,
    /** Neither a placement nor a proof that there is none. */
    UNKNOWN
}
