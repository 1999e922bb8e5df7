package dev.twinplace.problem;

/**
 * Place M twins on R servers:
 *
 * <pre>
 * minimise   Σ_m cost[m][s_m]  +  Σ_s contention[s] · (Σ_{m on s} weight[m]) · (Σ_{m on s} work[m])
 * subject to Σ_{m on s} demand[m][s] ≤ capacity[s]
 * </pre>
 *
 * <p>The first sum alone is the paper's problem (P). Demands make it generalised assignment, contention a quadratic
 * semi-assignment of rank one; both may be present. {@link SideConstraints} may be there beside them. Costs are finite and of any sign; everything else is not negative, a
 * capacity may be infinite. The objective is finite on every placement.
 *
 * <p>Immutable, so it can be shared by threads and kept. It knows nothing of what it was made of.
 */
public final class PlacementProblem extends ProblemView {
    /** More cells than this per matrix are refused: two matrices of 800 MB each are no longer a slip of the pen. */
    public static final int MAX_CELLS = 100_000_000;

    private final int demandTerms;
    private final double costMagnitude;

    /** What a buffer holds. It is given up: nothing may write to it any more. */
    PlacementProblem(ProblemBuffer filled, SideConstraints side) {
        super(filled, filled.cost, side);
        demandTerms = filled.demandTerms();
        costMagnitude = filled.costMagnitude();
    }

    /**
     * The same problem with other costs; everything else is shared with it.
     *
     * @param magnitude sum of each twin's largest absolute cost
     */
    PlacementProblem(PlacementProblem other, double[] costs, double magnitude) {
        super(other, costs, other.side);
        demandTerms = other.demandTerms;
        costMagnitude = magnitude + contentionMagnitude();
    }

    public static PlacementProblemBuilder builder(int twins, int servers) {
        return new PlacementProblemBuilder(twins, servers);
    }

    @Override
    public int demandTerms() {
        return demandTerms;
    }

    @Override
    public double costMagnitude() {
        return costMagnitude;
    }
}
