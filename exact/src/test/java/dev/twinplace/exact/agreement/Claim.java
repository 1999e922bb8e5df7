package dev.twinplace.exact.agreement;

import dev.twinplace.api.SolveResult;
import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.Placement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a solver or an oracle says about an instance.
 *
 * @param who says so
 * @param status what it claims to know
 * @param placement server of each twin
 * @param lowerBound at most the objective of any placement; empty if nothing or infeasibility is claimed
 * @param blur by how much rounding may have moved the bound, at most
 */
record Claim(
        String who, SolveStatus status, Optional<Placement> placement, Optional<BigDecimal> lowerBound, double blur) {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    /** What a solver of ours answered, with a bound that is exact but for the rounding of sums. */
    static Claim of(String who, SolveResult result, PlainInstance instance) {
        Optional<BigDecimal> bound = Double.isFinite(result.lowerBound())
                ? Optional.of(new BigDecimal(result.lowerBound()))
                : Optional.empty();
        double blur = result.placement()
                .map(placement -> blur(instance, instance.magnitude(placement.toArray())))
                .orElseGet(() -> blur(instance, largest(instance)));
        return new Claim(who, result.status(), result.placement(), bound, blur);
    }

    /** A sum of M terms and their contention, each rounded. */
    private static double blur(PlainInstance instance, BigDecimal magnitude) {
        return (instance.twins() + 8) * UNIT_ROUNDOFF * magnitude.doubleValue();
    }

    private static BigDecimal largest(PlainInstance instance) {
        BigDecimal sum = instance.contention.most();
        for (BigDecimal[] row : instance.cost) {
            sum = sum.add(Arrays.stream(row).map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max));
        }
        return sum;
    }

    /** The claim with a bound on another instance's objective. */
    Claim withBound(Optional<BigDecimal> bound, double boundBlur) {
        return new Claim(who, status, placement, bound, boundBlur);
    }

    boolean isConclusive() {
        return status == SolveStatus.OPTIMAL || status == SolveStatus.INFEASIBLE;
    }

    @Override
    public String toString() {
        return who + ": " + status
                + lowerBound.map(bound -> ", bound " + bound.doubleValue()).orElse("")
                + placement.map(found -> ", placement " + found).orElse("");
    }
}
