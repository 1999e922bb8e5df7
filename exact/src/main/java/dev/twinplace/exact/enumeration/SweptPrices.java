package dev.twinplace.exact.enumeration;

/**
 * What the two swept twins, 0 and 1, would cost on each server in addition to the twins that are there: price of one alone
 * c + κ·(a·W + b·A + a·b), for A weight and W work on the server, and of both p<sub>0</sub> + p<sub>1</sub> +
 * κ·(a<sub>0</sub>·b<sub>1</sub> + a<sub>1</sub>·b<sub>0</sub>). Infinite where they do not fit.
 *
 * <p>In the units of an {@link ExcessGrid}, but not rounded to whole ones: prices are not running sums.
 */
final class SweptPrices {
    private final ExcessGrid grid;
    private final LoadGrid loads;
    private final double[] aloneFirst;
    private final double[] aloneSecond;
    private final double[] firstPerWork;
    private final double[] firstPerWeight;
    private final double[] secondPerWork;
    private final double[] secondPerWeight;
    private final double[] together;
    private final double[] first;
    private final double[] second;
    private final double[] both;

    /** Has no prices before {@link #rescale} and {@link #update}. */
    SweptPrices(ExcessGrid grid, LoadGrid loads, int servers) {
        this.grid = grid;
        this.loads = loads;
        aloneFirst = new double[servers];
        aloneSecond = new double[servers];
        firstPerWork = new double[servers];
        firstPerWeight = new double[servers];
        secondPerWork = new double[servers];
        secondPerWeight = new double[servers];
        together = new double[servers];
        first = new double[servers];
        second = new double[servers];
        both = new double[servers];
    }

    /** Takes over the units of the grid; all prices must be updated after it. O(R). */
    void rescale() {
        for (int s = 0; s < first.length; s++) {
            firstPerWork[s] = grid.contention(s, grid.weight(0));
            firstPerWeight[s] = grid.contention(s, grid.work(0));
            secondPerWork[s] = grid.contention(s, grid.weight(1));
            secondPerWeight[s] = grid.contention(s, grid.work(1));
            aloneFirst[s] = grid.cost(0, s) + firstPerWork[s] * grid.work(0);
            aloneSecond[s] = grid.cost(1, s) + secondPerWork[s] * grid.work(1);
            together[s] = firstPerWork[s] * grid.work(1) + firstPerWeight[s] * grid.weight(1);
        }
    }

    /**
     * Brings the prices of a server up to date.
     *
     * @param room what is left of its limit, in its unit of load; may be negative
     */
    void update(int server, double weightOn, double workOn, long room) {
        double alone = aloneFirst[server] + firstPerWork[server] * workOn + firstPerWeight[server] * weightOn;
        double other = aloneSecond[server] + secondPerWork[server] * workOn + secondPerWeight[server] * weightOn;
        long demand = loads.demand(0, server);
        long otherDemand = loads.demand(1, server);
        first[server] = demand <= room ? alone : Double.POSITIVE_INFINITY;
        second[server] = otherDemand <= room ? other : Double.POSITIVE_INFINITY;
        both[server] = demand + otherDemand <= room ? alone + other + together[server] : Double.POSITIVE_INFINITY;
    }

    /** Of twin 0, by server. */
    double[] first() {
        return first;
    }

    /** Of twin 1, by server. */
    double[] second() {
        return second;
    }

    /** Of both on one server. */
    double[] both() {
        return both;
    }
}
