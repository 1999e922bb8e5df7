/**
 * Re-placement: {@link dev.twinplace.decision.replan.PreviousPlacement} matches a placement with a scenario that has changed
 * since, {@link dev.twinplace.decision.replan.ReplanProblem} is what a solver sees of both, and {@link
 * dev.twinplace.decision.replan.Proposal} says which moves its answer means, in which order, and why.
 */
package dev.twinplace.decision.replan;
