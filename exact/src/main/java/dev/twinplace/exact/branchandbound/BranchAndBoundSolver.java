package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.Budget;
import dev.twinplace.api.IncumbentListener;
import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveResult;
import dev.twinplace.problem.PlacementProblem;
import java.nio.file.Path;

/**
 * Proves optima by branch and bound, for every coupling and all of them together.
 *
 * <p>The first incumbent is that of regret greedy and local search. Bounds are Lagrangian: prices of servers give the first
 * ones, from which prices of twins climb ({@link dev.twinplace.exact.lagrangian}). When the budget ends first, the answer is
 * the incumbent with the least bound of what is left open. A node is a relaxation with its climb. Deterministic, also in the
 * number of threads, unless time ends it.
 *
 * <p>{@link #certify} writes the proof down for {@link dev.twinplace.exact.certificate}, which shares no code with the search.
 */
public final class BranchAndBoundSolver implements PlacementSolver {
    private final int threads;

    /** Uses so many threads, at least 1. */
    public BranchAndBoundSolver(int threads) {
        this.threads = threads;
    }

    @Override
    public SolveResult solve(PlacementProblem problem, Budget budget, long seed, IncumbentListener listener) {
        return new ProofSearch(new SolveContext(problem, budget, listener), budget.nodes(), threads, null).run();
    }

    /**
     * As {@link #solve}, and writes a certificate of what was proven, in the format {@code twinplace/certificate/1}. Takes
     * longer, by the writing.
     *
     * @param file replaced when the search has ended, whole or not at all
     */
    public SolveResult certify(PlacementProblem problem, Budget budget, IncumbentListener listener, Path file) {
        try (CertificateWriter certificate = new CertificateWriter(problem)) {
            SolveContext context = new SolveContext(problem, budget, listener);
            SolveResult result = new ProofSearch(context, budget.nodes(), threads, certificate).run();
            certificate.finish(result, context, file);
            return result;
        }
    }
}
