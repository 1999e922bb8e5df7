package dev.twinplace.benchmarks;

import dev.twinplace.problem.PlacementProblem;
import dev.twinplace.problem.PlacementProblemBuilder;
import java.util.SplittableRandom;

/**
 * Generalised assignment problems of the published types c, d and e, drawn from a seed by their recipe (Chu and Beasley,
 * Computers and Operations Research 24, 1997; type e: Laguna, Kelly, González-Velarde and Glover, EJOR 82, 1995).
 */
public final class AssignmentFamilies {
    private static final double TIGHTNESS = 0.8;

    private AssignmentFamilies() {}

    /**
     * A problem of a type.
     *
     * @param type {@code c}: demands and costs independent; {@code d}: inversely related; {@code e}: the same, exponential
     * @throws IllegalArgumentException if there is no such type
     */
    public static PlacementProblem of(String type, int servers, int twins, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlacementProblemBuilder builder = PlacementProblem.builder(twins, servers);
        for (int s = 0; s < servers; s++) {
            double sum = 0;
            for (int m = 0; m < twins; m++) {
                double demand = demand(type, random);
                sum += demand;
                builder.demand(m, s, demand).cost(m, s, cost(type, demand, random));
            }
            builder.capacity(s, Math.floor(TIGHTNESS * sum / servers));
        }
        return builder.build();
    }

    private static double demand(String type, SplittableRandom random) {
        return switch (type) {
            case "c" -> random.nextInt(5, 26);
            case "d" -> random.nextInt(1, 101);
            case "e" -> Math.floor(1 - 10 * Math.log(1 - random.nextDouble()));
            default -> throw new IllegalArgumentException("type: must be c, d or e, but was " + type);
        };
    }

    private static double cost(String type, double demand, SplittableRandom random) {
        return switch (type) {
            case "c" -> random.nextInt(10, 51);
            case "d" -> 111 - demand + random.nextInt(-10, 11);
            default -> Math.floor(1000 / demand - 10 * random.nextDouble());
        };
    }
}
