package dev.twinplace.benchmarks.peers.contest;

import dev.twinplace.problem.PlacementProblem;

/** Where the problems of tasks come from: the same process after process. */
public interface ProblemSource {
    /**
     * The problem of a task.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    PlacementProblem problem(String kind, long seed);

    /** A problem like those of a kind that is none of them: for warming up. */
    PlacementProblem another(String kind);
}
