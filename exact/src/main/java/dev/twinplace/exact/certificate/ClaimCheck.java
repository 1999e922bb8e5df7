package dev.twinplace.exact.certificate;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.problem.Placement;
import dev.twinplace.problem.PlacementProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Whether a header says what its status means: a complete placement within capacity that costs what it says and, for OPTIMAL,
 * is as good as the bound. All sums are exact; the tolerances are stated in {@code docs/proofs.md}.
 */
final class ClaimCheck {
    /** An optimal placement's excess may exceed that of the bound by this share of itself, unless costs are whole numbers. */
    private static final BigDecimal OPTIMALITY = new BigDecimal("1e-9");

    private static final int MAX_PLAIN_DIGITS = 20;

    private static final BigDecimal UNIT_ROUNDOFF = BigDecimal.ONE.divide(new BigDecimal(BigInteger.ONE.shiftLeft(53)));

    private final ExactProblem exact;
    private final PlacementProblem problem;
    private final Header header;

    private ClaimCheck(ExactProblem exact, Header header) {
        this.exact = exact;
        this.problem = exact.problem;
        this.header = header;
    }

    /** Returns if all is well; the proof of the bound is not looked at. */
    static void check(ExactProblem problem, Header header) {
        new ClaimCheck(problem, header).check();
    }

    private void check() {
        boolean placed = header.status() == SolveStatus.OPTIMAL || header.status() == SolveStatus.FEASIBLE;
        boolean bounded = header.status() != SolveStatus.INFEASIBLE;
        requirePresence(placed, header.placement(), "a placement");
        requirePresence(placed, header.cost(), "a cost");
        requirePresence(bounded, header.bound(), "a bound");
        if (!placed) {
            return;
        }
        requireComplete();
        for (int s = 0; s < problem.servers(); s++) {
            requireWithinCapacity(s);
        }
        exact.side.requireKept(header.placement().toArray());
        requireCost();
    }

    private void requirePresence(boolean expected, Object value, String what) {
        RefutedException.require(
                expected == (value != null), header.status() + (expected ? " needs " : " must not have ") + what);
    }

    private void requireComplete() {
        Placement placement = header.placement();
        RefutedException.require(
                placement.twins() == problem.twins(),
                "the placement has " + placement.twins() + " servers for " + problem.twins() + " twins");
        for (int m = 0; m < placement.twins(); m++) {
            RefutedException.require(
                    placement.serverOf(m) < problem.servers(),
                    "placement[" + m + "] is " + placement.serverOf(m) + ", but there are " + problem.servers()
                            + " servers");
        }
    }

    /** The tolerance of the limit is granted once more, for what a sum of demands in floating point may have lost. */
    private void requireWithinCapacity(int server) {
        if (!exact.capacities.isLimited(server)) {
            return;
        }
        BigDecimal load = BigDecimal.ZERO;
        for (int m = 0; m < problem.twins(); m++) {
            if (header.placement().serverOf(m) == server) {
                load = load.add(new BigDecimal(problem.demand(m, server)));
            }
        }
        BigDecimal capacity = new BigDecimal(problem.capacity(server));
        BigDecimal tolerance = new BigDecimal(exact.capacities.limit(server)).subtract(capacity);
        RefutedException.require(
                load.compareTo(capacity.add(tolerance).add(tolerance)) <= 0,
                "the placement puts a load of " + text(load) + " on server " + server + " of capacity "
                        + text(capacity));
    }

    private void requireCost() {
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal magnitude = BigDecimal.ZERO;
        for (int m = 0; m < problem.twins(); m++) {
            BigDecimal term = new BigDecimal(problem.cost(m, header.placement().serverOf(m)));
            cost = cost.add(term);
            magnitude = magnitude.add(term.abs());
        }
        for (int s = 0; s < problem.servers(); s++) {
            BigDecimal term = contention(s);
            cost = cost.add(term);
            magnitude = magnitude.add(term);
        }
        BigDecimal terms = BigDecimal.valueOf((long) problem.twins() + problem.servers() + 2);
        BigDecimal rounding = exact.isExactInDoubles()
                ? BigDecimal.ZERO
                : terms.multiply(UNIT_ROUNDOFF).multiply(magnitude);
        RefutedException.require(
                header.cost().subtract(cost).abs().compareTo(rounding) <= 0,
                "the placement costs " + text(cost) + ", not " + text(header.cost()));
        requireBound(cost, rounding);
    }

    private BigDecimal contention(int server) {
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal work = BigDecimal.ZERO;
        for (int m = 0; m < problem.twins(); m++) {
            if (header.placement().serverOf(m) == server) {
                weight = weight.add(new BigDecimal(problem.weight(m)));
                work = work.add(new BigDecimal(problem.work(m)));
            }
        }
        return new BigDecimal(problem.contention(server)).multiply(weight).multiply(work);
    }

    private void requireBound(BigDecimal cost, BigDecimal rounding) {
        BigDecimal missing = header.cost().subtract(header.bound());
        RefutedException.require(
                missing.signum() >= 0,
                "the bound " + text(header.bound()) + " exceeds the cost " + text(header.cost()));
        if (header.status() == SolveStatus.OPTIMAL) {
            BigDecimal excess = cost.subtract(exact.offset());
            BigDecimal allowed = exact.isExactInDoubles()
                    ? BigDecimal.ZERO
                    : OPTIMALITY.multiply(excess).add(rounding);
            RefutedException.require(
                    missing.compareTo(allowed) <= 0,
                    "OPTIMAL needs a bound closer to the cost " + text(header.cost()) + " than "
                            + text(header.bound()));
        }
    }

    /** So many digits that a reader sees the difference. */
    private static String text(BigDecimal value) {
        BigDecimal rounded = value.round(MathContext.DECIMAL128).stripTrailingZeros();
        return rounded.precision() - rounded.scale() <= MAX_PLAIN_DIGITS ? rounded.toPlainString() : rounded.toString();
    }
}
