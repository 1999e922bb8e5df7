package dev.twinplace.exact.agreement;

import dev.twinplace.api.SolveStatus;
import dev.twinplace.io.Sense;
import dev.twinplace.problem.Placement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Another instance with a known relation to the first: what is claimed of it says something of the first. Errors that depend
 * on an order or on magnitudes show when a solver is compared with itself on these.
 *
 * @param instance the other instance
 * @param back turns a claim about it into one about the first
 */
record Variant(PlainInstance instance, UnaryOperator<Claim> back) {
    /** Twins and servers in an order drawn from the random numbers. */
    static Variant permuted(PlainInstance of, SplittableRandom random) {
        int[] twins = shuffled(of.twins(), random);
        int[] servers = shuffled(of.servers(), random);
        PlainInstance permuted = new PlainInstance(
                of.name + "-permuted",
                of.sense,
                select(of.cost, twins, servers),
                select(of.demand, twins, servers),
                Arrays.stream(servers).mapToObj(s -> of.capacity[s]).toArray(BigDecimal[]::new),
                of.contention.select(twins, servers));
        return new Variant(
                permuted,
                claim -> new Claim(
                        claim.who(),
                        claim.status(),
                        claim.placement().map(placement -> restore(placement, twins, servers)),
                        claim.lowerBound(),
                        claim.blur()));
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private static BigDecimal[][] select(BigDecimal[][] matrix, int[] rows, int[] columns) {
        BigDecimal[][] selected = new BigDecimal[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                selected[i][j] = matrix[rows[i]][columns[j]];
            }
        }
        return selected;
    }

    private static Placement restore(Placement permuted, int[] twins, int[] servers) {
        int[] serverOf = new int[twins.length];
        for (int i = 0; i < twins.length; i++) {
            serverOf[twins[i]] = servers[permuted.serverOf(i)];
        }
        return Placement.of(serverOf);
    }

    /** Every cost multiplied. */
    static Variant scaled(PlainInstance of, BigDecimal factor) {
        BigDecimal[][] cost = Arrays.stream(of.cost)
                .map(row -> Arrays.stream(row).map(factor::multiply).toArray(BigDecimal[]::new))
                .toArray(BigDecimal[][]::new);
        PlainInstance scaled = new PlainInstance(
                of.name + "-scaled", of.sense, cost, of.demand, of.capacity, of.contention.times(factor));
        return new Variant(
                scaled,
                claim -> claim.withBound(
                        claim.lowerBound().map(bound -> bound.divide(factor, MathContext.DECIMAL128)),
                        claim.blur() / factor.doubleValue()));
    }

    /** To all costs of each twin a whole number added, of up to so many. */
    static Variant shifted(PlainInstance of, int largest, SplittableRandom random) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal[][] cost = new BigDecimal[of.twins()][];
        for (int m = 0; m < cost.length; m++) {
            BigDecimal shift = BigDecimal.valueOf(random.nextInt(-largest, largest + 1));
            cost[m] = Arrays.stream(of.cost[m]).map(shift::add).toArray(BigDecimal[]::new);
            total = total.add(shift);
        }
        PlainInstance shifted =
                new PlainInstance(of.name + "-shifted", of.sense, cost, of.demand, of.capacity, of.contention);
        BigDecimal added = of.sense == Sense.MAX ? total.negate() : total;
        return new Variant(
                shifted,
                claim -> claim.withBound(claim.lowerBound().map(bound -> bound.subtract(added)), claim.blur()));
    }

    /**
     * One server more, which takes one twin alone. This relaxes the instance, so bounds carry over, and so does everything
     * else as long as the twin is elsewhere.
     *
     * @param isLastResort whether that server costs more than any placement without it, so that an optimum that uses it
     *     proves that there is none; otherwise it costs the twin's least
     */
    static Variant withServerFor(int twin, boolean isLastResort, PlainInstance of) {
        int servers = of.servers();
        BigDecimal objective = isLastResort ? aboveAll(of, twin) : least(of, twin);
        BigDecimal capacity = of.demand[twin][0];
        BigDecimal[][] cost = new BigDecimal[of.twins()][];
        BigDecimal[][] demand = new BigDecimal[of.twins()][];
        for (int m = 0; m < cost.length; m++) {
            cost[m] = Arrays.copyOf(of.cost[m], servers + 1);
            demand[m] = Arrays.copyOf(of.demand[m], servers + 1);
            cost[m][servers] = m != twin ? cost[m][0] : of.sense == Sense.MAX ? objective.negate() : objective;
            demand[m][servers] = m == twin ? capacity : capacity.add(BigDecimal.ONE);
        }
        BigDecimal[] capacities = Arrays.copyOf(of.capacity, servers + 1);
        capacities[servers] = capacity;
        PlainInstance extended = new PlainInstance(
                of.name + "-extended", of.sense, cost, demand, capacities, of.contention.withServer());
        return new Variant(extended, claim -> isOn(servers, twin, claim) ? withoutServer(claim, isLastResort) : claim);
    }

    private static boolean isOn(int server, int twin, Claim claim) {
        return claim.placement().filter(found -> found.serverOf(twin) == server).isPresent();
    }

    private static Claim withoutServer(Claim claim, boolean isLastResort) {
        return isLastResort && claim.status() == SolveStatus.OPTIMAL
                ? new Claim(claim.who(), SolveStatus.INFEASIBLE, Optional.empty(), Optional.empty(), 0)
                : new Claim(claim.who(), SolveStatus.UNKNOWN, Optional.empty(), claim.lowerBound(), claim.blur());
    }

    /** So much that a placement with the twin there costs more than any without. */
    private static BigDecimal aboveAll(PlainInstance of, int twin) {
        BigDecimal differences = BigDecimal.ONE.add(of.contention.most());
        for (int m = 0; m < of.twins(); m++) {
            differences = differences.add(largest(of, m)).subtract(least(of, m));
        }
        return largest(of, twin).add(differences);
    }

    private static BigDecimal least(PlainInstance of, int twin) {
        return IntStream.range(0, of.servers())
                .mapToObj(s -> of.objective(twin, s))
                .reduce(BigDecimal::min)
                .orElseThrow();
    }

    private static BigDecimal largest(PlainInstance of, int twin) {
        return IntStream.range(0, of.servers())
                .mapToObj(s -> of.objective(twin, s))
                .reduce(BigDecimal::max)
                .orElseThrow();
    }
}
