package dev.twinplace.problem;

/** One row of {@link SideConstraints}. */
final class SideRow {
    private final String name;
    private final int[] members;
    private final double[] demands;
    private final double[] limits;
    private final double[] sumLimits;

    /**
     * Keeps its arguments.
     *
     * @param name of the resource or group
     * @param members twins, none twice
     * @param demands of the members, more than 0
     * @param limits of the servers
     * @param sumLimits the largest sums that count as within these limits
     */
    SideRow(String name, int[] members, double[] demands, double[] limits, double[] sumLimits) {
        this.name = name;
        this.members = members;
        this.demands = demands;
        this.limits = limits;
        this.sumLimits = sumLimits;
    }

    String name() {
        return name;
    }

    int[] members() {
        return members;
    }

    double[] demands() {
        return demands;
    }

    double[] limits() {
        return limits;
    }

    double[] sumLimits() {
        return sumLimits;
    }

    /** Whether all members together exceed some limit. */
    boolean canBind() {
        double sum = ProblemView.sum(demands);
        for (double most : limits) {
            if (sum > most) {
                return true;
            }
        }
        return false;
    }
}
