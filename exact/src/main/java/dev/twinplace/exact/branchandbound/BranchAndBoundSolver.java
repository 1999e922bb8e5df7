package dev.twinplace.exact.branchandbound;

import dev.twinplace.api.PlacementSolver;
import dev.twinplace.api.SolveContext;
import dev.twinplace.api.SolveRequest;
import dev.twinplace.api.SolveResult;
import java.nio.file.Path;

/**
 * Proves optima by branch and bound, for every coupling and all of them together.
 *
 * <p>Begins with the incumbent of the solve, or with that of regret greedy and local search; beyond 1,200 cells (twins ×
 * servers), with capacities and a budget of time alone, chains of moves improve it for half of the time. Bounds are Lagrangian:
 * prices of servers give the first ones, from which prices of twins climb ({@link dev.twinplace.exact.bound}). When the budget
 * ends first, the answer is the incumbent with the least bound of what is left open. A node is a relaxation with its climb.
 * Deterministic, also in the number of threads, unless time ends it or those chains.
 *
 * <p>{@link #certify} writes the proof down for {@link dev.twinplace.exact.certificate}, which shares no code with the search.
 */
public final class BranchAndBoundSolver implements PlacementSolver {
    private final boolean startsFromKeptPrices;

    public BranchAndBoundSolver() {
        this(false);
    }

    private BranchAndBoundSolver(boolean startsFromKeptPrices) {
        this.startsFromKeptPrices = startsFromKeptPrices;
    }

    /** One that begins with the prices of servers that are kept of another solve, if there are any. */
    public static BranchAndBoundSolver fromKeptPrices() {
        return new BranchAndBoundSolver(true);
    }

    @Override
    public void solve(SolveContext context) {
        new ProofSearch(context, null, startsFromKeptPrices).run();
    }

    /**
     * As {@link #solve(SolveRequest)}, and writes a certificate of what was proven, in the format {@code
     * twinplace/certificate/1}. Takes longer, by the writing.
     *
     * @param file replaced when the search has ended, whole or not at all
     */
    public SolveResult certify(SolveRequest request, Path file) {
        try (CertificateWriter certificate = new CertificateWriter(request.problem())) {
            SolveContext context = new SolveContext(request);
            new ProofSearch(context, certificate, startsFromKeptPrices).run();
            SolveResult result = context.result();
            certificate.finish(result, context, file);
            return result;
        }
    }
}
