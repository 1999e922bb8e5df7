package dev.twinplace.heuristic;

import dev.twinplace.api.SolverCatalog;
import dev.twinplace.api.SolverEntry;
import java.util.List;

/** The heuristics by id. */
public final class HeuristicSolvers implements SolverCatalog {
    @Override
    public List<SolverEntry> entries() {
        return List.of(
                new SolverEntry("random", "none: the paper's RO", options -> new RandomOffloadingBaseline()),
                new SolverEntry("cloud-only", "none: the paper's CO", options -> new CloudOnlyBaseline()),
                new SolverEntry("average", "none: the paper's AD", options -> new AverageDistributionBaseline()),
                new SolverEntry("best-fixed", "best single server", options -> new BestFixedBaseline()),
                new SolverEntry("greedy", "none: greedy with regret", options -> new RegretGreedyHeuristic()),
                new SolverEntry("local-search", "no better move or swap", options -> new LocalSearchHeuristic()));
    }
}
