package dev.twinplace.problem;

/** One problem in other versions, for methods that solve it many times: other costs, and twins barred from servers. */
public final class ProblemVariant {
    private ProblemVariant() {}

    /**
     * The same problem with other costs. O(M·R).
     *
     * @param costs row-major, twins × servers; kept
     * @throws IllegalArgumentException if costs overflow
     */
    public static PlacementProblem withCosts(PlacementProblem original, double[] costs) {
        double magnitude = 0;
        for (int m = 0; m < original.twins; m++) {
            double largest = 0;
            for (int i = m * original.servers; i < (m + 1) * original.servers; i++) {
                largest = Math.max(largest, Math.abs(costs[i]));
            }
            magnitude += largest;
        }
        if (!Double.isFinite(4 * magnitude)) {
            throw new IllegalArgumentException("the sum of costs and move costs must be finite, but overflows");
        }
        return new PlacementProblem(original, costs, magnitude);
    }

    /**
     * The same problem where twins are barred from servers, as {@link ConstraintCompiler} bars them. O(M·R).
     *
     * @param barred row-major, twins × servers; read only
     */
    public static PlacementProblem withBars(PlacementProblem original, boolean[] barred) {
        int servers = original.servers;
        PlacementProblemBuilder builder =
                PlacementProblem.builder(original.twins, servers).side(original.side);
        for (int m = 0; m < original.twins; m++) {
            builder.weight(m, original.weight[m]).work(m, original.work[m]);
        }
        for (int s = 0; s < servers; s++) {
            double demands = 0;
            for (int m = 0; m < original.twins; m++) {
                boolean fits = original.demand[m * servers + s] <= original.loadLimit[s];
                demands += fits ? original.demand[m * servers + s] : 0;
            }
            double capacity = Math.min(original.capacity[s], 2 * demands);
            for (int m = 0; m < original.twins; m++) {
                int cell = m * servers + s;
                boolean out = barred[cell] || original.demand[cell] > original.loadLimit[s];
                builder.cost(m, s, original.cost[cell]).demand(m, s, out ? 2 * capacity + 1 : original.demand[cell]);
            }
            builder.capacity(s, capacity).contention(s, original.contention[s]);
            if (original.cloud[s]) {
                builder.cloud(s);
            }
        }
        return builder.build(original.demandTerms());
    }
}
