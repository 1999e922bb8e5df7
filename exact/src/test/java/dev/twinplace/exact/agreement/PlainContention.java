package dev.twinplace.exact.agreement;

import java.math.BigDecimal;
import java.util.Arrays;

/** How twins on one server slow one another down, in decimal numbers: Σ_s factor_s · (Σ weight) · (Σ work). */
final class PlainContention {
    private final BigDecimal[] factor;
    private final BigDecimal[] weight;
    private final BigDecimal[] work;

    /** Of factors, one for each server, and weights and works, one of each for each twin. */
    PlainContention(BigDecimal[] factor, BigDecimal[] weight, BigDecimal[] work) {
        this.factor = factor;
        this.weight = weight;
        this.work = work;
    }

    static PlainContention none(int twins, int servers) {
        return new PlainContention(zeros(servers), zeros(twins), zeros(twins));
    }

    private static BigDecimal[] zeros(int count) {
        BigDecimal[] zeros = new BigDecimal[count];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    BigDecimal factor(int server) {
        return factor[server];
    }

    BigDecimal weight(int twin) {
        return weight[twin];
    }

    BigDecimal work(int twin) {
        return work[twin];
    }

    boolean isAnywhere() {
        return Arrays.stream(factor).anyMatch(value -> value.signum() != 0);
    }

    /** The exact contention of a placement. */
    BigDecimal cost(int[] serverOf) {
        BigDecimal cost = BigDecimal.ZERO;
        for (int s = 0; s < factor.length; s++) {
            BigDecimal weights = BigDecimal.ZERO;
            BigDecimal works = BigDecimal.ZERO;
            for (int m = 0; m < serverOf.length; m++) {
                if (serverOf[m] == s) {
                    weights = weights.add(weight[m]);
                    works = works.add(work[m]);
                }
            }
            cost = cost.add(factor[s].multiply(weights).multiply(works));
        }
        return cost;
    }

    /** At least the contention of any placement. */
    BigDecimal most() {
        BigDecimal weights = Arrays.stream(weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal works = Arrays.stream(work).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal largest = Arrays.stream(factor).reduce(BigDecimal.ZERO, BigDecimal::max);
        return largest.multiply(weights).multiply(works);
    }

    /** The same with every cost multiplied. */
    PlainContention times(BigDecimal multiplier) {
        BigDecimal[] multiplied =
                Arrays.stream(factor).map(multiplier::multiply).toArray(BigDecimal[]::new);
        return new PlainContention(multiplied, weight, work);
    }

    /** The same of other twins and servers: {@code twins[i]} is the old index of the new twin i, and so for servers. */
    PlainContention select(int[] twins, int[] servers) {
        return new PlainContention(pick(factor, servers), pick(weight, twins), pick(work, twins));
    }

    private static BigDecimal[] pick(BigDecimal[] values, int[] indices) {
        return Arrays.stream(indices).mapToObj(i -> values[i]).toArray(BigDecimal[]::new);
    }

    /** The same with one server more, without contention. */
    PlainContention withServer() {
        BigDecimal[] extended = Arrays.copyOf(factor, factor.length + 1);
        extended[factor.length] = BigDecimal.ZERO;
        return new PlainContention(extended, weight, work);
    }
}
