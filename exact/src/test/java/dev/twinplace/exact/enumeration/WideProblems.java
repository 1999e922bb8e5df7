package dev.twinplace.exact.enumeration;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.math.BigDecimal;
import java.util.SplittableRandom;

/** Small problems drawn from a seed whose numbers span magnitudes, or meet their limits exactly. */
final class WideProblems {
    /** Twins and servers: at most 256 placements. Several of these leave the Gray code a digit between prefix and sweep. */
    private static final int[][] SIZES = {{2, 9}, {3, 6}, {4, 4}, {5, 3}, {6, 2}, {7, 2}, {8, 2}, {3, 2}, {2, 3}};

    /** What is wide. */
    enum Kind {
        /** Whole costs below 50, every fourth or so a sentinel of 2^63 for "never here". */
        SENTINELS,
        /** Demands from 1e-3 to 1e10, capacities of what some placement loads. */
        DEMANDS,
        /** Demands and capacities in decimal fractions, capacities met exactly by some placement. */
        DECIMALS,
        /** Costs from 1e-6 to 1e12. */
        COSTS,
        /** Weights and works from 1e-3 to 1e10, contention from 1e-12 to 1. */
        CONTENTION,
        /** All of these, and offsets of 1e9 that all servers of a twin share. */
        ALL
    }

    private static final Kind[] KINDS = Kind.values();

    private final Kind kind;
    private final SplittableRandom random;
    private final int twins;
    private final int servers;
    private final PlacementProblemBuilder builder;
    private final BigDecimal[] load;

    private WideProblems(long seed) {
        kind = kindOf(seed);
        random = new SplittableRandom(seed);
        int[] size = SIZES[random.nextInt(SIZES.length)];
        twins = size[0];
        servers = size[1];
        builder = PlacementProblem.builder(twins, servers);
        load = new BigDecimal[servers];
        for (int s = 0; s < servers; s++) {
            load[s] = BigDecimal.ZERO;
        }
    }

    static Kind kindOf(long seed) {
        return KINDS[Math.floorMod(seed, KINDS.length)];
    }

    static PlacementProblem of(long seed) {
        return new WideProblems(seed).draw();
    }

    private PlacementProblem draw() {
        for (int m = 0; m < twins; m++) {
            int home = random.nextInt(servers);
            double offset = kind == Kind.ALL ? random.nextInt(3) * 1e9 : 0;
            builder.weight(m, kind.compareTo(Kind.CONTENTION) >= 0 ? wide(-3, 10) : 0);
            builder.work(m, kind.compareTo(Kind.CONTENTION) >= 0 ? wide(-3, 10) : 0);
            for (int s = 0; s < servers; s++) {
                builder.cost(m, s, offset + drawCost());
                double demand = drawDemand();
                builder.demand(m, s, demand);
                load[s] = s == home ? load[s].add(BigDecimal.valueOf(demand)) : load[s];
            }
        }
        for (int s = 0; s < servers; s++) {
            builder.contention(s, kind.compareTo(Kind.CONTENTION) >= 0 ? wide(-12, 0) : 0);
            if (kind != Kind.COSTS && kind != Kind.CONTENTION) {
                builder.capacity(s, drawCapacity(s));
            }
        }
        return builder.build();
    }

    /** What a placement loads, mostly; sometimes a little less, so that some problems are infeasible. */
    private double drawCapacity(int server) {
        double exact = load[server].doubleValue();
        return random.nextInt(4) > 0 ? exact : exact * (1 - wide(-9, -1));
    }

    private double drawCost() {
        return switch (kind) {
            case SENTINELS, ALL -> random.nextInt(4) == 0 ? 0x1p63 : 1 + random.nextInt(50);
            case COSTS, CONTENTION -> wide(-6, 12) * (random.nextInt(4) == 0 ? -1 : 1);
            case DEMANDS, DECIMALS -> random.nextInt(20);
        };
    }

    private double drawDemand() {
        return switch (kind) {
            case SENTINELS -> 5 + random.nextInt(20);
            case DEMANDS, ALL -> wide(-3, 10);
            case DECIMALS -> random.nextInt(1, 400) / (random.nextBoolean() ? 10.0 : 1000.0);
            case COSTS, CONTENTION -> 0;
        };
    }

    /** Ten to a power drawn uniformly. */
    private double wide(int least, int most) {
        return Math.pow(10, random.nextDouble(least, most));
    }
}
