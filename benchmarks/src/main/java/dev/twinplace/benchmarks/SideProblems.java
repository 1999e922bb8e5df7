package dev.twinplace.benchmarks;

import dev.twinplace.generate.Profile;
import dev.twinplace.model.Coupling;
import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Problems with several resources of which all twins together demand 0.75 of what limited servers have, drawn from a seed. Demands of the
 * resources are independent of one another.
 */
final class SideProblems {
    private static final double SHARE = 0.75;

    private SideProblems() {}

    /**
     * A problem of a family.
     *
     * @param family {@code uniform}: costs independent of demands, as in type c of {@link AssignmentFamilies}; {@code inverse}: as in its
     *     type d, to the demand of the first resource; {@code clustered}: M twins of clustered scenarios on S edges and a cloud without
     *     limits, their workload as the first resource
     * @throws IllegalArgumentException if there is no such family
     */
    static PlacementProblem of(String family, int twins, int servers, int resources, long seed) {
        SplittableRandom random = new SplittableRandom(31 * seed + twins);
        double[][] demand = new double[resources][twins];
        for (double[] each : demand) {
            Arrays.setAll(each, m -> random.nextInt(5, 26));
        }
        if (family.equals("clustered")) {
            return clustered(twins, servers, demand, seed);
        }
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, servers);
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                double cost = switch (family) {
                    case "uniform" -> random.nextInt(10, 51);
                    case "inverse" -> 111 - 4 * demand[0][m] + random.nextInt(-10, 11);
                    default ->
                        throw new IllegalArgumentException(
                                "family: must be uniform, inverse or clustered, but was " + family);
                };
                builder.cost(m, s, cost);
            }
        }
        return limited(builder, demand, servers, servers);
    }

    private static PlacementProblem clustered(int twins, int edges, double[][] demand, long seed) {
        PlacementProblem plain = Problems.of(twins + "x" + edges, Profile.CLUSTERED, Coupling.CAPACITY, (int) seed)
                .get((int) seed - 1);
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, plain.servers());
        for (int m = 0; m < twins; m++) {
            demand[0][m] = plain.work(m);
            for (int s = 0; s < plain.servers(); s++) {
                builder.cost(m, s, plain.cost(m, s));
            }
        }
        return limited(builder, demand, plain.servers(), edges);
    }

    /** Of the servers the first ones are limited, all by as much. */
    private static PlacementProblem limited(
            PlacementProblemBuilder builder, double[][] demand, int servers, int limited) {
        int[] all = new int[demand[0].length];
        Arrays.setAll(all, m -> m);
        for (int k = 0; k < demand.length; k++) {
            double limit = Math.ceil(Arrays.stream(demand[k]).sum() / SHARE / limited);
            double[] limits = new double[servers];
            Arrays.setAll(limits, s -> s < limited ? limit : Double.POSITIVE_INFINITY);
            if (k > 0) {
                builder.row("resource" + k, all, demand[k], limits);
                continue;
            }
            for (int s = 0; s < servers; s++) {
                builder.capacity(s, limits[s]);
            }
            for (int m = 0; m < all.length; m++) {
                builder.demand(m, demand[0][m]);
            }
        }
        return builder.build();
    }
}
