package dev.twinplace.problem;

/** A resource of a scenario, as the rows of its problem demand it. */
final class CompiledResource {
    private final String name;
    private final double[] demand;
    private final double[] capacity;
    private final int terms;

    /**
     * Keeps its arguments.
     *
     * @param name in the scenario
     * @param demand of each row, the same on every server
     * @param capacity of each server, infinite where it is unlimited
     * @param terms how many numbers were added up to make one demand, at most
     */
    CompiledResource(String name, double[] demand, double[] capacity, int terms) {
        this.name = name;
        this.demand = demand;
        this.capacity = capacity;
        this.terms = terms;
    }

    String name() {
        return name;
    }

    double[] demand() {
        return demand;
    }

    double[] capacity() {
        return capacity;
    }

    int terms() {
        return terms;
    }

    /** All demand over all capacity of the servers where it is limited; less than any other if there are none. */
    double tightness() {
        double total = 0;
        boolean limited = false;
        for (double each : capacity) {
            if (each < Double.POSITIVE_INFINITY) {
                total += each;
                limited = true;
            }
        }
        double demands = ProblemView.sum(demand);
        return !limited ? -1 : demands == 0 ? 0 : demands / total;
    }
}
