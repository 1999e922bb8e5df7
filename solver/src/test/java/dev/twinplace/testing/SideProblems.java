package dev.twinplace.testing;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Problems with side constraints, drawn from a seed: further resources, separate groups and limits of work, in every mix. */
public final class SideProblems {
    private final PlacementProblem base;
    private final SplittableRandom random;
    private final PlacementProblemBuilder builder;

    private SideProblems(PlacementProblem base, long seed) {
        this.base = base;
        random = new SplittableRandom(31 * seed + 1);
        builder = PlacementProblem.builder(base.twins(), base.servers());
    }

    /** Small enough to enumerate: those of {@link RandomProblems#tiny} with side constraints. */
    public static PlacementProblem tiny(long seed) {
        return addedTo(RandomProblems.tiny(seed), seed);
    }

    /** A problem with side constraints added. */
    public static PlacementProblem addedTo(PlacementProblem base, long seed) {
        SideProblems draw = new SideProblems(base, seed);
        draw.copy();
        for (int k = draw.random.nextInt(3); k > 0; k--) {
            draw.addResource(k);
        }
        for (int g = draw.random.nextInt(3); g > 0 && base.twins() > 1; g--) {
            draw.addGroup(g);
        }
        if (draw.random.nextBoolean()) {
            draw.limitWork();
        }
        return draw.builder.build();
    }

    /**
     * Generalised assignment with several resources: whole demands from 5 to 25, and servers of which the first
     * cost least.
     *
     * @param tightness of each resource, all demand over all capacity
     */
    public static PlacementProblem severalResources(
            int twins, int servers, int resources, double tightness, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, servers);
        int[] all = IntStream.range(0, twins).toArray();
        for (int k = 0; k < resources; k++) {
            double[] demand = random.ints(twins, 5, 26).asDoubleStream().toArray();
            double[] limit = new double[servers];
            Arrays.fill(limit, Math.rint(Arrays.stream(demand).sum() / (servers * tightness)));
            if (k > 0) {
                builder.row("resource-" + k, all, demand, limit);
            }
            for (int m = 0; m < twins; m++) {
                for (int s = 0; s < servers && k == 0; s++) {
                    builder.demand(m, demand[m]).capacity(s, limit[s]);
                }
            }
        }
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                builder.cost(m, s, Math.rint(random.nextInt(10, 51) * (0.5 + (double) s / servers)));
            }
        }
        return builder.build();
    }

    private void copy() {
        for (int m = 0; m < base.twins(); m++) {
            builder.weight(m, base.weight(m)).work(m, base.work(m));
            for (int s = 0; s < base.servers(); s++) {
                builder.cost(m, s, base.cost(m, s)).demand(m, s, base.demand(m, s));
            }
        }
        for (int s = 0; s < base.servers(); s++) {
            builder.capacity(s, base.capacity(s)).contention(s, base.contention(s));
            if (base.isCloud(s)) {
                builder.cloud(s);
            }
        }
    }

    private void addResource(int number) {
        double step = random.nextBoolean() ? 1 : 0.1; // sums of tenths round
        double[] demand = random.ints(base.twins(), 0, 10)
                .mapToDouble(each -> each * step)
                .toArray();
        double share = Arrays.stream(demand).sum() / base.servers();
        double[] limit = new double[base.servers()];
        Arrays.setAll(
                limit, s -> random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble(0.9, 2.5) * share);
        builder.row("resource-" + number, IntStream.range(0, base.twins()).toArray(), demand, limit);
    }

    private void addGroup(int number) {
        int[] members =
                random.ints(2 + random.nextInt(3), 0, base.twins()).distinct().toArray();
        double[] limit = new double[base.servers()];
        Arrays.fill(limit, 1);
        if (random.nextInt(3) == 0) {
            limit[limit.length - 1] = Double.POSITIVE_INFINITY;
        }
        double[] demand = new double[members.length];
        Arrays.fill(demand, 1);
        builder.row("groups[" + number + "]", members, demand, limit);
    }

    private void limitWork() {
        double share = IntStream.range(0, base.twins()).mapToDouble(base::work).sum() / base.servers();
        for (int m = 0; m < base.twins(); m++) {
            for (int s = 0; s < base.servers() && m % 3 != 0; s++) {
                builder.workLimit(m, s, random.nextDouble(0.9, 3) * share);
            }
        }
    }
}
