package dev.twinplace.exact.agreement;

import dev.twinplace.io.Sense;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Draws the parts of one instance, step by step; demands are 5 to 25 unless a step says otherwise. */
final class MidSizeDraw {
    private static final BigDecimal HUGE = new BigDecimal("1e13");

    private final int twins;
    private final int servers;
    private final SplittableRandom random;
    private final BigDecimal[][] cost;
    private final BigDecimal[][] demand;
    private final BigDecimal[] capacity;
    private PlainContention contention;

    MidSizeDraw(int twins, int servers, SplittableRandom random) {
        this.twins = twins;
        this.servers = servers;
        this.random = random;
        cost = matrix(() -> BigDecimal.ZERO);
        demand = matrix(() -> whole(5, 25));
        capacity = new BigDecimal[servers];
        contention = PlainContention.none(twins, servers);
    }

    private BigDecimal[][] matrix(Supplier<BigDecimal> entry) {
        BigDecimal[][] matrix = new BigDecimal[twins][servers];
        for (BigDecimal[] row : matrix) {
            Arrays.setAll(row, s -> entry.get());
        }
        return matrix;
    }

    private BigDecimal whole(int min, int max) {
        return BigDecimal.valueOf(random.nextInt(min, max + 1));
    }

    private void setCosts(Supplier<BigDecimal> entry) {
        BigDecimal[][] drawn = matrix(entry);
        System.arraycopy(drawn, 0, cost, 0, twins);
    }

    MidSizeDraw costs(int min, int max) {
        setCosts(() -> whole(min, max));
        return this;
    }

    MidSizeDraw realCosts() {
        setCosts(() -> new BigDecimal(random.nextDouble(1, 100)));
        return this;
    }

    /** Costs so far divided by 100. */
    MidSizeDraw centCosts() {
        for (BigDecimal[] row : cost) {
            Arrays.setAll(row, s -> row[s].movePointLeft(2));
        }
        return this;
    }

    /** As in type d of the literature: 111 less the demand, times ten, with noise. */
    MidSizeDraw costsAgainstDemands() {
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                demand[m][s] = whole(1, 100);
                cost[m][s] = BigDecimal.valueOf(10 * (111 - demand[m][s].intValue()) + random.nextInt(-100, 101));
            }
        }
        return this;
    }

    /** Demands that are odd multiples of a fraction. */
    MidSizeDraw fractionsOfDemands(BigDecimal unit) {
        for (BigDecimal[] row : demand) {
            Arrays.setAll(row, s -> row[s].add(unit.multiply(whole(0, 9))));
        }
        return this;
    }

    /** Contention with factors of up to so many thousandths, the same for all servers in half of the instances. */
    MidSizeDraw contention(int thousandths) {
        BigDecimal[] factor = new BigDecimal[servers];
        Arrays.setAll(
                factor,
                s -> random.nextInt(6) == 0
                        ? BigDecimal.ZERO
                        : whole(1, thousandths).movePointLeft(3));
        if (random.nextBoolean()) {
            Arrays.fill(factor, whole(1, thousandths).movePointLeft(3));
        }
        BigDecimal[] weight = new BigDecimal[twins];
        Arrays.setAll(weight, m -> whole(1, 8));
        BigDecimal[] work = new BigDecimal[twins];
        Arrays.setAll(work, m -> whole(10, 40));
        contention = new PlainContention(factor, weight, work);
        return this;
    }

    /** Most twins are copies of an earlier one; the last server is a copy of the first. */
    MidSizeDraw alike() {
        for (int m = 1; m < twins; m++) {
            if (random.nextInt(10) < 7) {
                int model = random.nextInt(m);
                cost[m] = cost[model].clone();
                demand[m] = demand[model].clone();
            }
            cost[m][servers - 1] = cost[m][0];
            demand[m][servers - 1] = demand[m][0];
        }
        return this;
    }

    MidSizeDraw undemanding() {
        for (int m = 0; m < twins; m++) {
            if (random.nextInt(3) == 0) {
                Arrays.fill(demand[m], BigDecimal.ZERO);
            }
        }
        return this;
    }

    /** A huge demand in an eighth of the cells, which are the cheapest ones as well. */
    MidSizeDraw barred() {
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                if (s != m % servers && random.nextInt(8) == 0) {
                    demand[m][s] = random.nextBoolean() ? HUGE : whole(1000, 100_000);
                    cost[m][s] = whole(0, 5);
                }
            }
        }
        return this;
    }

    /** A demand of one more than the capacity in some cells; capacities must be drawn. */
    MidSizeDraw barredByOne() {
        for (int m = 0; m < twins; m++) {
            int s = random.nextInt(servers);
            if (s != m % servers && random.nextInt(4) == 0) {
                demand[m][s] = capacity[s].add(BigDecimal.ONE);
                cost[m][s] = whole(0, 5);
            }
        }
        return this;
    }

    MidSizeDraw offset() {
        for (BigDecimal[] row : cost) {
            BigDecimal offset = whole(1, 4).movePointRight(random.nextInt(10, 12));
            Arrays.setAll(row, s -> row[s].add(offset));
        }
        return this;
    }

    /** One twin that exceeds each server by one; capacities must be drawn. */
    MidSizeDraw lone() {
        int twin = random.nextInt(twins);
        Arrays.setAll(demand[twin], s -> capacity[s].add(BigDecimal.ONE));
        return this;
    }

    /** Each twin demands the same everywhere, and so much that few fit together, if it is to be so. */
    MidSizeDraw packing(boolean packs) {
        if (packs) {
            for (BigDecimal[] row : demand) {
                Arrays.fill(row, whole(12, 30));
            }
        }
        return this;
    }

    /** Capacities of 1.05 to 1.6 times the least demand, or 1.0 to 1.05 times where that is the only demand. */
    MidSizeDraw capacities() {
        boolean isSame = Arrays.stream(demand)
                .allMatch(row -> row[0].subtract(row[servers - 1]).abs().compareTo(BigDecimal.ONE) < 0);
        return isSame ? capacities(1, 1.05) : capacities(1.05, 1.6);
    }

    /** Capacities that sum to the least demand times a factor between these, and differ among servers. */
    MidSizeDraw capacities(double min, double max) {
        BigDecimal least = Arrays.stream(demand)
                .map(row -> Arrays.stream(row).reduce(BigDecimal::min).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        double total = least.doubleValue() * random.nextDouble(min, max);
        double[] share = random.doubles(servers, 0.6, 1.4).toArray();
        double shares = Arrays.stream(share).sum();
        int digits = Arrays.stream(demand[0]).mapToInt(BigDecimal::scale).max().orElse(0);
        Arrays.setAll(
                capacity,
                s -> new BigDecimal(total * share[s] / shares).setScale(Math.min(3, digits), RoundingMode.HALF_UP));
        return this;
    }

    /** Capacities that are so much of what is demanded of each server, divided by the number of servers. */
    MidSizeDraw shareOfMeanDemand(double share) {
        for (int s = 0; s < servers; s++) {
            int server = s;
            BigDecimal sum = Arrays.stream(demand).map(row -> row[server]).reduce(BigDecimal.ZERO, BigDecimal::add);
            capacity[s] = new BigDecimal(share * sum.doubleValue() / servers).setScale(0, RoundingMode.DOWN);
        }
        return this;
    }

    /** Demands of sixes to tens, each the same everywhere, and capacities that sum to two to four more. */
    MidSizeDraw unpackable() {
        for (BigDecimal[] row : demand) {
            Arrays.fill(row, whole(6, 10).multiply(BigDecimal.valueOf(3)));
        }
        BigDecimal left = Arrays.stream(demand).map(row -> row[0]).reduce(whole(2, 4), BigDecimal::add);
        for (int s = 0; s < servers; s++) {
            int others = servers - 1 - s;
            BigDecimal share = left.divide(BigDecimal.valueOf(others + 1), 0, RoundingMode.DOWN);
            capacity[s] = others == 0 ? left : share.add(whole(-3, 3));
            left = left.subtract(capacity[s]);
        }
        return this;
    }

    /**
     * A placement that fills every server, and costs of price of twin − price of server · demand, more where the twin is
     * not: by the prices' bound no placement is better.
     */
    int[] planted() {
        int[] serverOf = random.ints(twins, 0, servers).toArray();
        Arrays.fill(capacity, BigDecimal.ZERO);
        int[] price = random.ints(servers, 0, 4).toArray();
        for (int m = 0; m < twins; m++) {
            int priceOfTwin = random.nextInt(100, 200);
            for (int s = 0; s < servers; s++) {
                int more = s == serverOf[m] ? 0 : Math.max(0, random.nextInt(-4, 6));
                cost[m][s] = BigDecimal.valueOf(priceOfTwin - price[s] * demand[m][s].intValue() + more);
            }
            capacity[serverOf[m]] = capacity[serverOf[m]].add(demand[m][serverOf[m]]);
        }
        return serverOf;
    }

    /** The instance. Where it is to be maximised, costs are mirrored, so that what was cheap is worth much. */
    PlainInstance finish(String name, Sense sense) {
        if (sense == Sense.MAX) {
            BigDecimal all = extreme(BigDecimal::max).add(extreme(BigDecimal::min));
            for (BigDecimal[] row : cost) {
                Arrays.setAll(row, s -> all.subtract(row[s]));
            }
        }
        return new PlainInstance(name, sense, cost, demand, capacity, contention);
    }

    private BigDecimal extreme(BinaryOperator<BigDecimal> of) {
        return Arrays.stream(cost).flatMap(Arrays::stream).reduce(of).orElseThrow();
    }
}
