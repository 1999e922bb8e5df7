package dev.twinplace.exact.cpsat;

import dev.twinplace.problem.PlacementProblem;

/**
 * Turns costs into integers, for CP-SAT knows no others: a cost is counted in units of 2<sup>-exponent</sup> and rounded
 * down.
 *
 * <p>If one unit per 1 represents every coefficient exactly, that is the scale; else the finest whose sums stay below
 * 2<sup>{@value #BITS}</sup>. A power of two makes the multiplication exact, and rounding down alone makes the integer
 * objective of every placement, in units, at most its true cost: a lower bound on the one is a lower bound on the other.
 */
final class CostScale {
    private static final int BITS = 60;
    private static final int MAX_EXPONENT = 1000;

    private final int exponent;
    private final double resolution;

    private CostScale(int exponent, double resolution) {
        this.exponent = exponent;
        this.resolution = resolution;
    }

    /** Chooses the scale for a problem. O(M·R). */
    static CostScale of(PlacementProblem problem) {
        CostScale whole = new CostScale(0, 0);
        int finest = finestExponent(problem);
        if (finest >= 0 && whole.isExactFor(problem)) {
            return whole;
        }
        double lowered = (1 - PairwiseContention.LOWERED) * problem.costMagnitude();
        CostScale fine = new CostScale(finest, Math.scalb(roundings(problem), -finest) + lowered);
        return fine.isExactFor(problem) ? new CostScale(finest, 0) : fine;
    }

    /** Sums over all twins and servers of reduced costs, contention included, are at most 2·R·magnitude. */
    private static int finestExponent(PlacementProblem problem) {
        double magnitude = problem.costMagnitude();
        if (magnitude == 0) {
            return 0;
        }
        int bitsOfMagnitude = Math.getExponent(magnitude) + 1;
        int bitsOfServers = Integer.SIZE - Integer.numberOfLeadingZeros(2 * problem.servers() + 1);
        return Math.min(MAX_EXPONENT, BITS - bitsOfMagnitude - bitsOfServers);
    }

    /** How many units rounding can take from the cost of a placement: one per twin, and one per weight that meets a work. */
    private static double roundings(PlacementProblem problem) {
        double weights = 0;
        if (problem.hasContention()) {
            for (int m = 0; m < problem.twins(); m++) {
                weights += Math.max(1, problem.weight(m));
            }
        }
        return problem.twins() * (1 + weights);
    }

    private boolean isExactFor(PlacementProblem problem) {
        for (int m = 0; m < problem.twins(); m++) {
            if (problem.hasContention() && !isInteger(problem.weight(m))) {
                return false;
            }
            for (int s = 0; s < problem.servers(); s++) {
                if (!isInteger(Math.scalb(problem.cost(m, s), exponent))
                        || !isExactProduct(problem.contention(s), problem.work(m))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isExactProduct(double x, double y) {
        return Math.fma(x, y, -x * y) == 0 && isInteger(Math.scalb(x * y, exponent));
    }

    static boolean isInteger(double value) {
        return Math.rint(value) == value;
    }

    /** A cost in units, rounded down. */
    long floor(double cost) {
        return (long) Math.floor(Math.scalb(cost, exponent));
    }

    /** The product of numbers that are not negative in units, rounded down: never above the true product. */
    long floorOfProduct(double x, double y) {
        double product = x * y;
        boolean roundedUp = Math.fma(x, y, -product) < 0;
        return floor(roundedUp ? Math.nextDown(product) : product);
    }

    /** The cost that so many units stand for, rounded down where a double cannot hold it. */
    double lowerBound(long units) {
        double rounded = units;
        boolean roundedUp = rounded >= 0x1p63 || (long) rounded > units;
        return Math.scalb(roundedUp ? Math.nextDown(rounded) : rounded, -exponent);
    }

    /** A cost in units, for tolerances. */
    double units(double cost) {
        return Math.scalb(cost, exponent);
    }

    /** By how much the integer cost of any placement can be below its cost; 0 if they are equal. */
    double resolution() {
        return resolution;
    }
}
