package dev.twinplace.exact.agreement;

import dev.twinplace.io.Sense;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Small instances whose numbers span magnitudes: demands from 10^-3 to 10^10, costs from 10^-6 to 10^12, a few digits each, as
 * people write them. Capacities are met exactly by the sum of some demands, or missed by one of the last digit; binary
 * fractions cannot say either, so a solver that adds carelessly errs. The same seed gives the same instance.
 */
final class SpanningProblems {
    private static final BigDecimal LAST_DIGIT = new BigDecimal("0.001");
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private final SplittableRandom random;
    private final int twins;
    private final int servers;

    private SpanningProblems(long seed) {
        random = new SplittableRandom(seed);
        twins = random.nextInt(2, 8);
        servers = random.nextInt(2, 5);
    }

    /** 2 to 7 twins, 2 to 4 servers. */
    static PlainInstance of(long seed) {
        return new SpanningProblems(seed).draw("spanning-" + seed);
    }

    private PlainInstance draw(String name) {
        BigDecimal[][] cost = costs();
        BigDecimal[][] demand = demands();
        BigDecimal[] capacity = capacities(demand);
        bar(cost, demand, capacity);
        PlainContention contention = random.nextInt(8) == 0 ? contention() : PlainContention.none(twins, servers);
        Sense sense = random.nextBoolean() ? Sense.MIN : Sense.MAX;
        if (sense == Sense.MAX) {
            for (BigDecimal[] row : cost) {
                Arrays.setAll(row, s -> row[s].negate());
            }
        }
        return new PlainInstance(name, sense, cost, demand, capacity, contention);
    }

    /** One to three digits times a power of ten, never more than the largest. */
    private BigDecimal number(int minExponent, int maxExponent) {
        int digits = random.nextInt(1, 4);
        int exponent = random.nextInt(minExponent, maxExponent + 1);
        int mantissa = random.nextInt(1, (int) Math.pow(10, Math.min(digits, 1 + maxExponent - exponent)) + 1);
        return BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
    }

    /** Of one magnitude, of one for each twin, of any, or small differences on a large offset; some far above all others. */
    private BigDecimal[][] costs() {
        BigDecimal[][] cost = new BigDecimal[twins][servers];
        int kind = random.nextInt(5);
        int common = random.nextInt(-6, 10);
        for (BigDecimal[] row : cost) {
            int ofTwin = random.nextInt(-6, 10);
            BigDecimal offset = kind == 3 ? number(10, 12) : BigDecimal.ZERO;
            Arrays.setAll(row, s -> switch (kind) {
                case 0 -> number(common, common + 2);
                case 1 -> number(ofTwin, ofTwin + 2);
                case 2 -> number(-6, 12);
                default -> offset.add(BigDecimal.valueOf(random.nextInt(10, 50)));
            });
            if (kind == 4) {
                row[random.nextInt(servers)] = random.nextBoolean() ? MAX_LONG : new BigDecimal("1e12");
            }
        }
        return cost;
    }

    /** Of one magnitude, of one for each twin, or of any. */
    private BigDecimal[][] demands() {
        BigDecimal[][] demand = new BigDecimal[twins][servers];
        int kind = random.nextInt(4);
        int common = random.nextInt(-3, 8);
        for (BigDecimal[] row : demand) {
            int ofTwin = random.nextInt(-3, 8);
            Arrays.setAll(row, s -> switch (kind) {
                case 0 -> number(common, common + 2);
                case 1 -> number(ofTwin, ofTwin + 2);
                case 2 -> number(-3, 10);
                default -> BigDecimal.valueOf(random.nextInt(1, 10)).movePointLeft(1);
            });
            if (random.nextInt(10) == 0) {
                Arrays.fill(row, BigDecimal.ZERO);
            }
        }
        return demand;
    }

    /** The load of a placement drawn for it, that load less or more one of the last digit, or what some share of it is. */
    private BigDecimal[] capacities(BigDecimal[][] demand) {
        BigDecimal[] capacity = new BigDecimal[servers];
        int[] serverOf = random.ints(twins, 0, servers).toArray();
        for (int s = 0; s < servers; s++) {
            BigDecimal load = BigDecimal.ZERO;
            for (int m = 0; m < twins; m++) {
                load = serverOf[m] == s ? load.add(demand[m][s]) : load;
            }
            capacity[s] = switch (random.nextInt(12)) {
                case 0 -> load.subtract(LAST_DIGIT).max(BigDecimal.ZERO);
                case 1 -> load.add(LAST_DIGIT);
                case 2 -> load.multiply(new BigDecimal("1.5"));
                default -> load;
            };
        }
        return capacity;
    }

    /** Some cells that demand one of the last digit too much, or all there is and more; they cost nothing. */
    private void bar(BigDecimal[][] cost, BigDecimal[][] demand, BigDecimal[] capacity) {
        for (int m = 0; m < twins; m++) {
            int s = random.nextInt(servers);
            if (random.nextInt(6) == 0) {
                demand[m][s] = random.nextBoolean() ? capacity[s].add(LAST_DIGIT) : new BigDecimal("1e10");
                cost[m][s] = BigDecimal.ZERO;
            }
        }
    }

    private PlainContention contention() {
        BigDecimal[] factor = new BigDecimal[servers];
        Arrays.setAll(factor, s -> number(-6, 1));
        BigDecimal[] weight = new BigDecimal[twins];
        Arrays.setAll(weight, m -> BigDecimal.valueOf(random.nextInt(0, 9)));
        BigDecimal[] work = new BigDecimal[twins];
        Arrays.setAll(work, m -> number(-1, 2));
        return new PlainContention(factor, weight, work);
    }
}
