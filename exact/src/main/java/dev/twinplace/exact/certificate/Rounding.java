package dev.twinplace.exact.certificate;

import dev.twinplace.exact.certificate.Candidates.Candidate;
import java.math.BigInteger;

/**
 * Candidates in numbers rounded down to long, so that every sum and product of a search fits. Rounding down can only make
 * subsets cheaper and let more of them fit.
 */
final class Rounding {
    /** Sums of values and contention have no more bits than this, sums of weights no more than the other. */
    private static final int MAX_BITS = 60;

    private static final int MAX_WEIGHT_BITS = 20;

    /**
     * A candidate and what it is rounded to.
     *
     * @param work multiplied by the contention of the server
     */
    record Item(Candidate exact, long value, long weight, long work, long demand) {}

    private final Candidates candidates;
    /** Whether some subset contends: without any weight, or any work, none does. */
    private final boolean contend;

    private final int shift;
    private final int weightShift;

    Rounding(Candidates candidates) {
        this.candidates = candidates;
        BigInteger magnitude = BigInteger.ZERO;
        BigInteger weights = BigInteger.ZERO;
        BigInteger works = BigInteger.ZERO;
        for (Candidate each : candidates.list) {
            magnitude = magnitude.subtract(each.value());
            if (candidates.contend()) {
                weights = weights.add(each.weight());
                works = works.add(each.work());
            }
        }
        contend = weights.signum() > 0 && works.signum() > 0;
        magnitude = magnitude.add(candidates.contention.multiply(weights).multiply(works));
        shift = Math.max(0, magnitude.bitLength() - MAX_BITS);
        weightShift = Math.max(0, weights.bitLength() - MAX_WEIGHT_BITS);
    }

    /** Whether nothing is lost. */
    boolean isExact() {
        return shift == 0
                && weightShift == 0
                && (candidates.room == null || candidates.problem.capacities.isExact(candidates.server));
    }

    Item[] items() {
        return candidates.list.stream().map(this::rounded).toArray(Item[]::new);
    }

    private Item rounded(Candidate exact) {
        long demand = candidates.room == null ? 0 : load(exact.demand());
        long value = down(exact.value());
        if (!contend) {
            return new Item(exact, value, 0, 0, demand);
        }
        long weight = exact.weight().shiftRight(weightShift).longValueExact();
        long work = down(candidates.contention.multiply(exact.work()).shiftLeft(weightShift));
        return new Item(exact, value, weight, work, demand);
    }

    /** What is left for candidates, {@link Long#MAX_VALUE} if there is no limit. */
    long room() {
        return candidates.room == null ? Long.MAX_VALUE : load(candidates.room);
    }

    private long load(BigInteger units) {
        return candidates.problem.capacities.rounded(units, candidates.server);
    }

    private long down(BigInteger units) {
        return units.shiftRight(shift).longValueExact();
    }

    /** The least rounded cost that is not below an exact one; the least of all if that is out of reach. */
    long up(BigInteger units) {
        BigInteger ceiling = units.negate().shiftRight(shift).negate();
        return ceiling.bitLength() < Long.SIZE ? ceiling.longValueExact() : Long.MIN_VALUE;
    }
}
