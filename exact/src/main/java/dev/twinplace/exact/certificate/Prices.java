package dev.twinplace.exact.certificate;

import dev.twinplace.problem.SideConstraints;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A price for each twin, and for each row on each server, as whole numbers of a unit that is the problem's, or that divided by a
 * power of two. What rows charge a twin is added to its excess, and what they are worth in all is taken off the bound.
 */
final class Prices {
    private final ExactProblem problem;
    private final SideConstraints side;
    private final PriceVector vector;
    private final BigInteger[] price;
    private final int shift;
    /** By twin and server; empty without rows. */
    private final BigInteger[] charge;

    /** Exactly these prices. O(M), with rows O(M·R) and what rows the twins have. */
    Prices(ExactProblem problem, PriceVector prices) {
        this.problem = problem;
        vector = prices;
        side = problem.problem.side();
        int lowest = Math.min(-problem.scale, lowExponentOfRows());
        for (int m = 0; m < problem.twins; m++) {
            lowest = Math.min(lowest, Rational.lowExponent(prices.of(m)));
        }
        shift = -lowest - problem.scale;
        price = new BigInteger[problem.twins];
        for (int m = 0; m < price.length; m++) {
            price[m] = Rational.scaled(prices.of(m), -lowest);
        }
        charge = new BigInteger[side.rows() == 0 ? 0 : problem.twins * problem.servers];
        Arrays.setAll(charge, cell -> chargeOf(cell / problem.servers, cell % problem.servers));
    }

    /** Of all products of prices of rows with demands and limits; refutes prices that prove nothing. */
    private int lowExponentOfRows() {
        int lowest = Rational.NO_EXPONENT;
        for (int r = 0; r < side.rows(); r++) {
            int demands = Rational.NO_EXPONENT;
            for (int i = 0; i < side.members(r); i++) {
                demands = Math.min(demands, Rational.lowExponent(side.memberDemand(r, i)));
            }
            for (int s = 0; s < problem.servers; s++) {
                double each = rowPrice(r, s);
                double limit = side.sumLimit(r, s);
                RefutedException.require(
                        each == 0 || (each > 0 && limit != Double.POSITIVE_INFINITY),
                        "the price of row " + r + " on server " + s + " must be positive where there is a limit, and 0 "
                                + "elsewhere");
                if (each > 0) {
                    int factor = Math.min(demands, Rational.lowExponent(limit));
                    lowest = Math.min(lowest, Rational.lowExponent(each) + factor);
                }
            }
        }
        return lowest;
    }

    private double rowPrice(int row, int server) {
        return vector.of(problem.twins + row * problem.servers + server);
    }

    private BigInteger chargeOf(int twin, int server) {
        BigInteger sum = BigInteger.ZERO;
        for (int entry = side.start(twin); entry < side.end(twin); entry++) {
            sum = sum.add(product(rowPrice(side.row(entry), server), side.demand(entry)));
        }
        return sum;
    }

    private BigInteger product(double x, double y) {
        return Rational.scaledProduct(x, y, problem.scale + shift);
    }

    /** Σ price · limit over rows and servers. */
    BigInteger worthOfRows() {
        BigInteger sum = BigInteger.ZERO;
        for (int r = 0; r < side.rows(); r++) {
            for (int s = 0; s < problem.servers; s++) {
                double each = rowPrice(r, s);
                sum = each > 0 ? sum.add(product(each, side.sumLimit(r, s))) : sum;
            }
        }
        return sum;
    }

    /** What rows charge a twin on a server. */
    BigInteger charge(int twin, int server) {
        return charge.length == 0 ? BigInteger.ZERO : charge[twin * problem.servers + server];
    }

    /** What the twins of a server cost there with what rows charge them, without their own prices. */
    BigInteger cost(ServerBase base) {
        BigInteger cost = scaled(base.cost());
        for (int m = base.twins().nextSetBit(0);
                m >= 0 && charge.length > 0;
                m = base.twins().nextSetBit(m + 1)) {
            cost = cost.add(charge(m, base.server()));
        }
        return cost;
    }

    /** By how many bits this unit is finer than the problem's. */
    int shift() {
        return shift;
    }

    BigInteger of(int twin) {
        return price[twin];
    }

    /** A number of units of the problem in this unit. */
    BigInteger scaled(BigInteger units) {
        return shift == 0 ? units : units.shiftLeft(shift);
    }
}
