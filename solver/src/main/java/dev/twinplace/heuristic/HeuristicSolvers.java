package dev.twinplace.heuristic;

import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import java.util.List;

/** The heuristics by id. */
public final class HeuristicSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(
                new SolverEntry("random", "none: the paper's RO", RandomOffloadingBaseline::new),
                new SolverEntry("cloud-only", "none: the paper's CO", CloudOnlyBaseline::new),
                new SolverEntry("average", "none: the paper's AD", AverageDistributionBaseline::new),
                new SolverEntry("best-fixed", "best single server", BestFixedBaseline::new),
                new SolverEntry("greedy", "none: greedy with regret", RegretGreedyHeuristic::new),
                new SolverEntry("local-search", "no better move or swap", LocalSearchHeuristic::new));
    }
}
