package dev.twinplace.exact.agreement;

import dev.twinplace.api.SolveStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All claims about one instance, held against one another.
 *
 * <p>No claim is taken for the truth. A placement is a fact, for its loads and its objective are computed here from the plain
 * numbers: it refutes INFEASIBLE, a higher bound and OPTIMAL at a higher cost. So an oracle that runs out of
 * its limit only makes the check weaker, never wrong.
 */
final class Claims {
    /** What OPTIMAL may be off by, relative to the objective less the offsets of all twins. */
    private static final BigDecimal OPTIMALITY_TOLERANCE = new BigDecimal("1e-9");

    private final PlainInstance instance;
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private BigDecimal best;
    private String bestBy;

    Claims(PlainInstance instance) {
        this.instance = instance;
    }

    /** Takes a claim, and looks at its placement. */
    void add(Claim claim) {
        claims.add(claim);
        claim.placement().ifPresent(placement -> {
            int[] serverOf = placement.toArray();
            if (!instance.isFeasible(serverOf)) {
                complaints.add("over a capacity: " + claim);
            } else if (best == null || instance.objective(serverOf).compareTo(best) < 0) {
                best = instance.objective(serverOf);
                bestBy = claim.who();
            }
        });
    }

    /** The least objective of all feasible placements; empty if there was none. */
    Optional<BigDecimal> best() {
        return Optional.ofNullable(best);
    }

    /** Something else that is wrong. */
    void complain(String complaint) {
        complaints.add(complaint);
    }

    /** Compares all claims with the best placement. Returns what is wrong; empty if nothing is. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(complaints);
        for (Claim claim : claims) {
            if (best != null && claim.status() == SolveStatus.INFEASIBLE) {
                all.add("feasible at " + best + " by " + bestBy + ", but " + claim);
            }
            if (best == null
                    && claim.status() == SolveStatus.OPTIMAL
                    && claim.placement().isEmpty()) {
                all.add("optimal without a placement: " + claim);
            }
            if (best != null) {
                checkBound(claim, all);
                checkOptimality(claim, all);
            }
        }
        return all;
    }

    private void checkBound(Claim claim, List<String> all) {
        claim.lowerBound().ifPresent(bound -> {
            if (bound.compareTo(best.add(new BigDecimal(claim.blur()))) > 0) {
                all.add("bound above " + best + " by " + bestBy + ": " + claim);
            }
        });
    }

    private void checkOptimality(Claim claim, List<String> all) {
        if (claim.status() != SolveStatus.OPTIMAL || claim.placement().isEmpty()) {
            return;
        }
        int[] serverOf = claim.placement().get().toArray();
        if (!instance.isFeasible(serverOf)) {
            return;
        }
        BigDecimal cost = instance.objective(serverOf);
        BigDecimal tolerance = instance.isWhole()
                ? BigDecimal.ZERO
                : cost.subtract(instance.offsets()).multiply(OPTIMALITY_TOLERANCE);
        if (cost.subtract(best).compareTo(tolerance) > 0) {
            all.add("cost " + cost.round(MathContext.DECIMAL64) + ", but " + best.round(MathContext.DECIMAL64) + " by "
                    + bestBy + ": " + claim);
        }
    }
}
