package dev.twinplace.benchmarks.peers.placement;

import dev.twinplace.benchmarks.peers.contest.ProblemSource;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;

/** Problems drawn from a seed; a kind is a coupling and a size. */
final class DrawnProblems implements ProblemSource {
    private static final long UNUSED_SEED = 1_000_000;

    static String kind(Coupling coupling, ProblemSize size) {
        return coupling.id() + " " + size;
    }

    @Override
    public PlacementProblem problem(String kind, long seed) {
        String[] words = kind.split(" ", 2);
        return ProblemSize.ofId(words[1]).problem(Coupling.ofId(words[0]), seed);
    }

    @Override
    public PlacementProblem another(String kind) {
        return problem(kind, UNUSED_SEED);
    }
}
