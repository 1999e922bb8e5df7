package dev.twinplace.exact.agreement;

import dev.twinplace.io.Sense;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Instances on which a tree search has to branch, drawn from a seed: 8 to 60 twins, 2 to 10 servers, capacities of little more
 * than the least demand. Successive seeds go through all kinds, each in both senses. The same seed gives the same instance.
 */
final class MidSizeProblems {
    /** What is special about an instance. Where not said otherwise, costs and demands are whole and capacities tight. */
    enum Kind {
        /** Costs of 15 to 25: many placements cost the same. */
        TIED,
        /** Costs of hundreds; what demands little costs much. */
        WIDE,
        /** Costs with all digits that a double has, demands in thousandths of 2. */
        REAL,
        /** Costs in hundredths, demands in tenths. */
        DECIMAL,
        /** Contention, no capacities. */
        CONTENDED,
        CONTENDED_TIGHT,
        /** Few different twins, and two servers alike. */
        ALIKE,
        /** A third of the twins demand nothing. */
        UNDEMANDING,
        /** A quarter of the assignments demand far more than there is, or one too much. */
        BARRED,
        /** All costs beyond 10^10, with small differences. */
        OFFSET,
        /** One twin fits nowhere. */
        LONE,
        /** Less capacity than demand. */
        OVERFULL,
        /** Enough capacity in sum, but not in pieces. */
        UNPACKABLE,
        /** Made around a placement that prices prove optimal. */
        PLANTED,
        /** 5 servers, 20 twins, maximised: the published kind on which proofs were wrong. */
        FIVE_BY_TWENTY
    }

    /** Kinds on which the tree rarely branches, for one reason or another. */
    private static final Set<Kind> SELDOM =
            EnumSet.of(Kind.CONTENDED, Kind.BARRED, Kind.OFFSET, Kind.LONE, Kind.PLANTED);

    /** Kinds with the largest trees. */
    private static final Set<Kind> OFTEN = EnumSet.of(Kind.REAL, Kind.DECIMAL, Kind.CONTENDED_TIGHT, Kind.UNPACKABLE);

    /** Every kind once, most of them twice, and those with the largest trees four times. */
    private static final List<Kind> TURNS = Stream.of(
                    EnumSet.allOf(Kind.class), EnumSet.complementOf(EnumSet.copyOf(SELDOM)), OFTEN, OFTEN)
            .flatMap(Set::stream)
            .toList();

    /** Kinds that in four of five instances ask each server for the same, and so much that few twins fit together. */
    private static final Set<Kind> PACKING = EnumSet.of(
            Kind.TIED,
            Kind.REAL,
            Kind.DECIMAL,
            Kind.CONTENDED_TIGHT,
            Kind.UNDEMANDING,
            Kind.BARRED,
            Kind.OFFSET,
            Kind.OVERFULL);

    private MidSizeProblems() {}

    /** An instance, and the placement that is known to be optimal where one is. */
    record Drawn(PlainInstance instance, Kind kind, Optional<int[]> planted) {}

    /** How many times all kinds had their turn before this seed: programs that see a part only take turns by it. */
    static long round(long seed) {
        return Math.floorDiv(seed, TURNS.size());
    }

    /** The kind of {@link #of} with this seed. */
    static Kind kindOf(long seed) {
        return TURNS.get((int) Math.floorMod(seed, (long) TURNS.size()));
    }

    static Drawn of(long seed) {
        return of(kindOf(seed), seed);
    }

    /** An instance of a kind of one's choice. */
    static Drawn of(Kind kind, long seed) {
        SplittableRandom random = new SplittableRandom(31 * seed + kind.name().hashCode());
        boolean packs = random.nextInt(5) > 0;
        int[] size = packs && PACKING.contains(kind) ? between(random, 9, 13, 3, 4) : size(kind, random);
        MidSizeDraw draw = new MidSizeDraw(size[0], size[1], random);
        int[] planted = kind == Kind.PLANTED ? draw.planted() : null;
        drawPartsOf(kind, packs, draw);
        Sense sense = kind == Kind.FIVE_BY_TWENTY || random.nextBoolean() ? Sense.MAX : Sense.MIN;
        return new Drawn(draw.finish("mid-" + seed, sense), kind, Optional.ofNullable(planted));
    }

    private static void drawPartsOf(Kind kind, boolean packs, MidSizeDraw draw) {
        switch (kind) {
            case TIED -> draw.costs(15, 25).packing(packs).capacities();
            case WIDE -> draw.costsAgainstDemands().capacities(1.3, 1.6);
            case REAL ->
                draw.realCosts()
                        .packing(packs)
                        .fractionsOfDemands(BigDecimal.valueOf(1.0 / 1024))
                        .capacities();
            case DECIMAL ->
                draw.costs(100, 9999)
                        .centCosts()
                        .packing(packs)
                        .fractionsOfDemands(new BigDecimal("0.1"))
                        .capacities();
            case CONTENDED -> draw.costs(1, 12).contention(5);
            case CONTENDED_TIGHT ->
                draw.costs(1, 40).contention(20).packing(packs).capacities();
            case ALIKE -> draw.costs(10, 40).alike().capacities();
            case UNDEMANDING -> draw.costs(10, 60).packing(packs).undemanding().capacities();
            case BARRED ->
                draw.costs(15, 40).packing(packs).barred().capacities().barredByOne();
            case OFFSET -> draw.costs(10, 60).packing(packs).offset().capacities();
            case LONE -> draw.costs(10, 40).capacities().lone();
            case OVERFULL -> draw.costs(10, 40).packing(packs).capacities(0.9, 0.999);
            case UNPACKABLE -> draw.costs(10, 40).unpackable();
            case PLANTED -> {}
            case FIVE_BY_TWENTY -> draw.costs(15, 25).shareOfMeanDemand(0.8);
        }
    }

    /** Twins and servers. Most are small, so that thousands can be checked. */
    private static int[] size(Kind kind, SplittableRandom random) {
        int dice = random.nextInt(100);
        return switch (kind) {
            case FIVE_BY_TWENTY -> new int[] {20, 5};
            case CONTENDED, OVERFULL -> between(random, 8, 11, 2, 4);
            case CONTENDED_TIGHT -> between(random, 8, 13, 3, 4);
            case UNPACKABLE -> between(random, 9, 13, 3, 4);
            case ALIKE, UNDEMANDING -> dice < 80 ? fewPerServer(random) : between(random, 12, 22, 3, 5);
            default ->
                dice < 80
                        ? fewPerServer(random)
                        : dice < 98 ? between(random, 12, 26, 3, 6) : between(random, 25, 60, 4, 10);
        };
    }

    /** Two to four twins a server, which leaves the largest gaps between relaxations and placements. */
    private static int[] fewPerServer(SplittableRandom random) {
        int servers = random.nextInt(3, 6);
        return new int[] {Math.max(8, (int) (servers * random.nextDouble(2, 4))), servers};
    }

    private static int[] between(SplittableRandom random, int minTwins, int maxTwins, int minServers, int maxServers) {
        return new int[] {random.nextInt(minTwins, maxTwins + 1), random.nextInt(minServers, maxServers + 1)};
    }
}
