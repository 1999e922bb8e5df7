package dev.twinplace.ddl.price;

import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * What twins compete for: the capacity of a server, where it is finite, and its speed, where twins slow one another down.
 * Each is a resource with a price; a twin's use of it times that price is what the pair of the two costs beyond its own
 * cost.
 *
 * <ul>
 *   <li>Capacity: a twin uses its demand; the supply is the capacity at any price.
 *   <li>Speed: contention adds κ<sub>s</sub>·(weight·workOn + work·weightOn) for a twin that joins. With a share ℓ of all
 *       weight W and all work B on the server that is 2·κ<sub>s</sub>·W·B·ℓ for a use of (weight/W + work/B) / 2. So the
 *       price that belongs to a share ℓ is proportional to it: the supply is the share at which the price would be right.
 * </ul>
 *
 * Prices are counted in units that make problems of any scale alike: a unit is the spread of costs between servers, summed
 * over twins, for all use there can be. Loads are counted in units of all use there can be, divided by the servers.
 */
final class SharedResources {
    private final ProblemView problem;
    private final int[] server;
    private final boolean[] isCapacity;
    private final double[] priceUnit;
    private final double[] loadUnit;
    private final double[] priceOfUnitShare;
    private final int[] capacityOf;
    private final int[] speedOf;
    private final double[] share;
    private double spread;
    private int count;

    /** For at most two resources of each server. Nothing is read of the problem yet. */
    SharedResources(ProblemView problem) {
        this.problem = problem;
        int servers = problem.servers();
        server = new int[2 * servers];
        isCapacity = new boolean[2 * servers];
        priceUnit = new double[2 * servers];
        loadUnit = new double[2 * servers];
        priceOfUnitShare = new double[2 * servers];
        capacityOf = new int[servers];
        speedOf = new int[servers];
        share = new double[problem.twins()];
    }

    /** Looks at the problem that the view holds now. O(M·R). */
    void read() {
        int servers = problem.servers();
        double weights = 0;
        double works = 0;
        double demands = 0;
        spread = 0;
        for (int m = 0; m < problem.twins(); m++) {
            weights += problem.weight(m);
            works += problem.work(m);
            double least = Double.POSITIVE_INFINITY;
            double sum = 0;
            for (int s = 0; s < servers; s++) {
                double cost = aloneCost(m, s);
                least = Math.min(least, cost);
                sum += cost;
                demands += problem.demand(m, s) / servers;
            }
            spread += sum / servers - least;
        }
        for (int m = 0; m < share.length; m++) {
            share[m] = weights > 0 && works > 0 ? (problem.weight(m) / weights + problem.work(m) / works) / 2 : 0;
        }
        list(demands, 2 * weights * works);
    }

    private void list(double demands, double contentionOfAll) {
        int servers = problem.servers();
        double unit = spread > 0 ? spread : 1;
        Arrays.fill(capacityOf, -1);
        Arrays.fill(speedOf, -1);
        count = 0;
        for (int s = 0; s < servers; s++) {
            if (problem.capacity(s) != Double.POSITIVE_INFINITY && demands > 0) {
                priceUnit[count] = unit / demands;
                loadUnit[count] = demands / servers;
                isCapacity[count] = true;
                server[count] = s;
                capacityOf[s] = count++;
            }
            if (problem.contention(s) * contentionOfAll > 0) {
                priceUnit[count] = unit;
                loadUnit[count] = 1.0 / servers;
                priceOfUnitShare[count] = problem.contention(s) * contentionOfAll / unit;
                isCapacity[count] = false;
                server[count] = s;
                speedOf[s] = count++;
            }
        }
    }

    /** How many there are. */
    int count() {
        return count;
    }

    int server(int resource) {
        return server[resource];
    }

    /** Whether a resource is a server's capacity, or else its speed. */
    boolean isCapacity(int resource) {
        return isCapacity[resource];
    }

    /** The resource that a server's capacity is, or -1. */
    int capacityOf(int s) {
        return capacityOf[s];
    }

    /** The resource that a server's speed is, or -1. */
    int speedOf(int s) {
        return speedOf[s];
    }

    /** Cost of a unit of use at a price of 1. */
    double priceUnit(int resource) {
        return priceUnit[resource];
    }

    /** Use that counts as a load of 1. */
    double loadUnit(int resource) {
        return loadUnit[resource];
    }

    /** The load that can be met at a price of 0: a capacity; nothing of a speed. In units of load. */
    double freeSupply(int resource) {
        return isCapacity[resource] ? problem.capacity(server[resource]) / loadUnit[resource] : 0;
    }

    /** The price that a speed has if its server has a load of 1; 0 for a capacity. */
    double pricePerLoad(int resource) {
        return isCapacity[resource] ? 0 : priceOfUnitShare[resource] * loadUnit[resource];
    }

    /** What a twin on its server uses of a resource. */
    double use(int resource, int twin) {
        return isCapacity[resource] ? problem.demand(twin, server[resource]) : share[twin];
    }

    /** A twin's cost on a server, with its contention with itself. */
    double aloneCost(int twin, int s) {
        return problem.cost(twin, s) + problem.contention(s) * problem.weight(twin) * problem.work(twin);
    }

    /** Mean over twins of how much the mean server costs more than the best. */
    double meanSpread() {
        return spread / problem.twins();
    }

    /**
     * Spreads prices over servers.
     *
     * @param prices of the resources, in units, at least 0; from {@code at} on
     * @param perDemand written: cost of a unit of demand on each server
     * @param perShare written: cost of a unit share of each server's speed
     */
    void spreadPrices(double[] prices, int at, double[] perDemand, double[] perShare) {
        for (int s = 0; s < problem.servers(); s++) {
            perDemand[s] = capacityOf[s] < 0 ? 0 : prices[at + capacityOf[s]] * priceUnit[capacityOf[s]];
            perShare[s] = speedOf[s] < 0 ? 0 : prices[at + speedOf[s]] * priceUnit[speedOf[s]];
        }
    }

    /** Half a twin's share of all weight and half its share of all work. */
    double share(int twin) {
        return share[twin];
    }
}
