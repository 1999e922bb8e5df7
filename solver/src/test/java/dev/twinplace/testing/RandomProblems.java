package dev.twinplace.testing;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Placement problems drawn from a seed, of the kinds that solvers get wrong. The same arguments give the same problem. */
public final class RandomProblems {
    /** What is special about a problem. Where not said otherwise costs are uniform in [1, 100). */
    public enum Kind {
        /** Nothing couples the twins. */
        INDEPENDENT,
        /** Little more capacity than demand, so that some of these are infeasible. */
        CAPACITY_TIGHT,
        /** Less capacity than demand: never feasible. */
        INFEASIBLE,
        CONTENTION,
        CONTENTION_AND_CAPACITY,
        /** All costs 0; contention and capacities by chance, as in the kinds below. */
        ZERO_COSTS,
        /** All costs 7, all twins alike: nothing but ties. */
        EQUAL_COSTS,
        /** Costs of either sign. */
        NEGATIVE_COSTS,
        /** Every other twin, roughly, has no devices: all its entries are 0. */
        TWINS_WITHOUT_DEVICES,
        /** Every other server, roughly, has capacity 0, and every other twin no demand. */
        CLOSED_SERVERS
    }

    private static final Kind[] KINDS = Kind.values();

    private final Kind kind;
    private final int twins;
    private final int servers;
    private final SplittableRandom random;
    private final PlacementProblemBuilder builder;

    private RandomProblems(Kind kind, int twins, int servers, long seed) {
        this.kind = kind;
        this.twins = twins;
        this.servers = servers;
        random = new SplittableRandom(seed);
        builder = PlacementProblem.builder(twins, servers);
    }

    public static PlacementProblem of(Kind kind, int twins, int servers, long seed) {
        return new RandomProblems(kind, twins, servers, seed).draw();
    }

    /** Small enough to enumerate: 1 to 6 twins, 1 to 4 servers. Successive seeds go through all kinds. */
    public static PlacementProblem tiny(long seed) {
        SplittableRandom sizes = new SplittableRandom(~seed);
        return of(kindOf(seed), 1 + sizes.nextInt(6), 1 + sizes.nextInt(4), seed);
    }

    /** The kind of {@link #tiny} with this seed. */
    public static Kind kindOf(long seed) {
        return KINDS[Math.floorMod(seed, KINDS.length)];
    }

    /** Every twin on a server drawn uniformly; capacities are not looked at. */
    public static int[] placement(PlacementProblem problem, RandomGenerator random) {
        return random.ints(problem.twins(), 0, problem.servers()).toArray();
    }

    private PlacementProblem draw() {
        boolean chance = kind.compareTo(Kind.ZERO_COSTS) >= 0;
        boolean contended = kind == Kind.CONTENTION || kind == Kind.CONTENTION_AND_CAPACITY || (chance && coin());
        boolean capacitated = switch (kind) {
            case CAPACITY_TIGHT, INFEASIBLE, CONTENTION_AND_CAPACITY, CLOSED_SERVERS -> true;
            case INDEPENDENT, CONTENTION -> false;
            default -> coin();
        };
        double leastDemand = 0;
        for (int m = 0; m < twins; m++) {
            leastDemand += drawTwin(m);
        }
        for (int s = 0; s < servers; s++) {
            builder.contention(s, contended && random.nextInt(4) > 0 ? random.nextDouble(0.1) : 0);
            if (capacitated) {
                builder.capacity(s, drawCapacity(leastDemand));
            }
        }
        return builder.cloud(servers - 1).build();
    }

    /** Returns the twin's demand on the server where it is least. */
    private double drawTwin(int twin) {
        boolean empty = kind == Kind.TWINS_WITHOUT_DEVICES && coin();
        boolean undemanding = empty || (kind == Kind.CLOSED_SERVERS && coin());
        builder.weight(twin, empty ? 0 : alikeOr(1 + random.nextInt(10)));
        builder.work(twin, empty ? 0 : alikeOr(random.nextDouble(10, 40)));
        double leastDemand = Double.POSITIVE_INFINITY;
        for (int s = 0; s < servers; s++) {
            builder.cost(twin, s, empty ? 0 : drawCost());
            double demand = undemanding ? 0 : alikeOr(random.nextDouble(10, 40));
            builder.demand(twin, s, demand);
            leastDemand = Math.min(leastDemand, demand);
        }
        return leastDemand;
    }

    private double drawCost() {
        return switch (kind) {
            case ZERO_COSTS -> 0;
            case NEGATIVE_COSTS -> random.nextDouble(-60, 40);
            default -> alikeOr(random.nextDouble(1, 100));
        };
    }

    private double alikeOr(double value) {
        return kind == Kind.EQUAL_COSTS ? 7 : value;
    }

    private double drawCapacity(double leastDemand) {
        double share = leastDemand / servers;
        return switch (kind) {
            case INFEASIBLE -> 0.9 * share;
            case CLOSED_SERVERS -> coin() ? 0 : random.nextDouble(1, 3) * share;
            default -> random.nextDouble(0.8, 1.8) * share;
        };
    }

    private boolean coin() {
        return random.nextBoolean();
    }
}
