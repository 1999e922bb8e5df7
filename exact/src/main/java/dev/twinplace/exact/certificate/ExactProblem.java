package dev.twinplace.exact.certificate;

import dev.twinplace.problem.PlacementProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A problem in whole numbers: all costs are multiples of one power of two, the unit. Nothing is rounded.
 *
 * <p>A twin's offset is its least cost over the servers that it fits on; excesses are costs less offsets.
 */
final class ExactProblem {
    /** Below this sum of excesses and offsets, whole costs are exact in double precision. */
    private static final BigDecimal EXACT = new BigDecimal(BigInteger.ONE.shiftLeft(52));

    final PlacementProblem problem;
    final Capacities capacities;
    final SideLimits side;
    final int twins;
    final int servers;
    /** 2<sup>-scale</sup> is the unit; not negative. */
    final int scale;
    /** Weight and work of each twin in units of their own, and the contention of each server that goes with them. */
    final BigInteger[] weight;

    final BigInteger[] work;
    final BigInteger[] contention;
    private final BigInteger[] excess;
    private final BigDecimal offset;
    private final BigInteger maxExcess;
    private final boolean whole;
    private final boolean isExactInDoubles;

    /** O(M·R). */
    ExactProblem(PlacementProblem problem) {
        this.problem = problem;
        twins = problem.twins();
        servers = problem.servers();
        capacities = new Capacities(problem);
        side = new SideLimits(problem);
        int weights = lowExponent(twins, problem::weight);
        int works = lowExponent(twins, problem::work);
        int contentions = lowExponent(servers, problem::contention);
        int products = problem.hasContention() ? -(weights + works + contentions) : 0;
        int costs = -lowExponent(twins * servers, i -> fits(i) ? problem.cost(i / servers, i % servers) : 0);
        scale = Math.max(0, Math.max(costs, products));
        weight = scaled(twins, problem::weight, -weights);
        work = scaled(twins, problem::work, -works);
        contention = scaled(servers, problem::contention, scale + weights + works);
        excess = new BigInteger[twins * servers];
        BigDecimal offsets = BigDecimal.ZERO;
        BigDecimal magnitude = BigDecimal.ZERO;
        BigInteger greatest = BigInteger.ZERO;
        for (int m = 0; m < twins; m++) {
            double least = leastCost(m);
            BigInteger most = fillExcess(m, least);
            offsets = offsets.add(new BigDecimal(least));
            greatest = greatest.add(most);
            magnitude = magnitude.add(new BigDecimal(least).abs());
        }
        offset = offsets;
        whole = !problem.hasContention() && costs <= 0;
        isExactInDoubles = whole && magnitude.add(value(greatest)).compareTo(EXACT) <= 0;
        maxExcess = greatest.add(sum(contention).multiply(sum(weight)).multiply(sum(work)));
    }

    /** A number for each index. */
    @FunctionalInterface
    private interface Numbers {
        double at(int index);
    }

    /** The least exponent of all that are not zero; 0 if all are. */
    private static int lowExponent(int count, Numbers numbers) {
        int lowest = Rational.NO_EXPONENT;
        for (int i = 0; i < count; i++) {
            lowest = Math.min(lowest, Rational.lowExponent(numbers.at(i)));
        }
        return lowest == Rational.NO_EXPONENT ? 0 : lowest;
    }

    private static BigInteger[] scaled(int count, Numbers numbers, int scale) {
        BigInteger[] scaled = new BigInteger[count];
        Arrays.setAll(scaled, i -> Rational.scaled(numbers.at(i), scale));
        return scaled;
    }

    private static BigInteger sum(BigInteger[] values) {
        return Arrays.stream(values).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private boolean fits(int cell) {
        return capacities.fits(cell / servers, cell % servers);
    }

    private double leastCost(int twin) {
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < servers; s++) {
            least = capacities.fits(twin, s) ? Math.min(least, problem.cost(twin, s)) : least;
        }
        return least == Double.POSITIVE_INFINITY ? 0 : least;
    }

    private BigInteger fillExcess(int twin, double least) {
        BigInteger offsetOfTwin = Rational.scaled(least, scale);
        BigInteger most = BigInteger.ZERO;
        for (int s = 0; s < servers; s++) {
            if (capacities.fits(twin, s)) {
                BigInteger value = Rational.scaled(problem.cost(twin, s), scale).subtract(offsetOfTwin);
                excess[twin * servers + s] = value;
                most = most.max(value);
            }
        }
        return most;
    }

    /** Cost less offset of a twin on a server that it fits on, in units. */
    BigInteger excess(int twin, int server) {
        return excess[twin * servers + server];
    }

    /** The sum of all offsets. */
    BigDecimal offset() {
        return offset;
    }

    /** No placement has a greater excess than this, in units. */
    BigInteger maxExcess() {
        return maxExcess;
    }

    /** Whether every placement costs a whole number. */
    boolean isWhole() {
        return whole;
    }

    /** Whether, beyond that, solvers can add up costs without rounding. */
    boolean isExactInDoubles() {
        return isExactInDoubles;
    }

    /** A number of units as the number that it stands for. */
    BigDecimal value(BigInteger units) {
        return new BigDecimal(units).divide(new BigDecimal(BigInteger.ONE.shiftLeft(scale)));
    }
}
