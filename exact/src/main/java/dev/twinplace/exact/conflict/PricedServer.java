package dev.twinplace.exact.conflict;

/**
 * What rows pay at most together that a server has room for: for each load that some of them tolerate at most, those that tolerate it, in
 * parts, by what they pay for each unit of a quantity; other dimensions have prices of their own.
 */
final class PricedServer {
    /** Rows count as demanding at least so much, and servers as having so much more for each. */
    private static final double MIN_DEMAND = 1e-9;

    private final Packing packing;
    private final int server;

    /** The quantity, numbered as in {@link Quantity#of}. */
    private final int quantity;

    private final int[] pricedDimensions;

    /** By dimension: the price of all that is left. */
    private final double[] price;

    /** By dimension: the share of what is left that the chosen rows take. */
    private final double[] taken;

    private int count;

    /** The rows that may come, and in the same order what they demand, and the largest load that they tolerate. */
    private final int[] row;

    private final double[] demand;
    private final double[] tolerated;

    /** By row and dimension. */
    private final double[] share;

    /** What they pay beyond the prices of dimensions, and the same for each unit, which is descending. */
    private final double[] profit;

    private final double[] ratio;

    /** The loads that any of them tolerates at most, descending, with repetitions. */
    private final double[] loads;

    private int loadCount;

    PricedServer(Packing packing, int server, int quantity, int[] pricedDimensions) {
        this.packing = packing;
        this.server = server;
        this.quantity = quantity;
        this.pricedDimensions = pricedDimensions;
        int rows = packing.rows();
        int dimensions = packing.dimensions().size();
        price = new double[dimensions];
        taken = new double[dimensions];
        row = new int[rows];
        demand = new double[rows];
        tolerated = new double[rows];
        share = new double[rows * dimensions];
        profit = new double[rows];
        ratio = new double[rows];
        loads = new double[rows + 1];
    }

    /** The price of all that is left of each dimension; may be changed. */
    double[] price() {
        return price;
    }

    /** By how much the chosen rows exceed what is left of a dimension, as a share of it. */
    double excess(int dimension) {
        return taken[dimension] - 1;
    }

    boolean isLimited(int dimension) {
        return packing.limit(dimension, server) != Double.POSITIVE_INFINITY;
    }

    /** Notes the rows that may come, beside those that are there. O(rows²). */
    void read(PackingLoads there, PackingDomains domains, PackingRoom left) {
        count = 0;
        double total = 0;
        for (int u = 0; u < packing.rows(); u++) {
            if (domains.isOpen(u, server)) {
                row[count] = u;
                demand[count] = Math.max(demand(u), MIN_DEMAND);
                total += demand[count++];
            }
        }
        double more = count * MIN_DEMAND;
        double room = Math.min(left.of(quantity, server) + more, total + Shortage.ROUNDING * total);
        loads[0] = room;
        loadCount = 1;
        for (int i = 0; i < count; i++) {
            tolerated[i] = room;
            if (quantity == packing.dimensions().size()) {
                double limit = PackingRoom.left(packing.workLimit(row[i], server), there.work(server));
                tolerated[i] = Math.min(room, limit + more);
            }
            addLoad(tolerated[i]);
        }
        for (int d : pricedDimensions) {
            double ofDimension = left.of(d, server);
            for (int i = 0; i < count; i++) {
                share[row[i] * taken.length + d] =
                        ofDimension > 0 ? packing.demand(d, row[i], server) / ofDimension : 0;
            }
        }
    }

    private double demand(int u) {
        return quantity == packing.dimensions().size() ? packing.work(u) : packing.demand(quantity, u, server);
    }

    private void addLoad(double load) {
        int at = loadCount++;
        for (; loads[at - 1] < load; at--) {
            loads[at] = loads[at - 1];
        }
        loads[at] = load;
    }

    /**
     * The most that rows pay, and what all that is left of dimensions costs. O(rows · loads), and O(rows²) to sort them, less if few prices
     * changed since.
     *
     * @param priceOf of each row
     * @param chosen by row: gets what part of it pays most
     */
    double mostPaid(double[] priceOf, double[] chosen) {
        double cost = 0;
        for (int d : pricedDimensions) {
            taken[d] = 0;
            cost += isLimited(d) ? price[d] : 0;
        }
        for (int i = 0; i < count; i++) {
            insert(i, priceOf[row[i]]);
        }
        double most = 0;
        double best = -1;
        for (int k = 0; k < loadCount && count > 0 && ratio[0] * loads[k] > most; k++) {
            double paid = k > 0 && loads[k] == loads[k - 1] ? 0 : paid(loads[k], null);
            if (paid > most) {
                most = paid;
                best = loads[k];
            }
        }
        if (best >= 0) {
            paid(best, chosen);
        }
        return most + cost;
    }

    /** Sorts a row in among those before it. */
    private void insert(int i, double paid) {
        int u = row[i];
        double ofRow = demand[i];
        double limit = tolerated[i];
        double left = paid;
        for (int d : pricedDimensions) {
            left -= price[d] * share[u * taken.length + d];
        }
        double each = left / ofRow;
        int at = i;
        for (; at > 0 && ratio[at - 1] < each; at--) {
            row[at] = row[at - 1];
            demand[at] = demand[at - 1];
            tolerated[at] = tolerated[at - 1];
            profit[at] = profit[at - 1];
            ratio[at] = ratio[at - 1];
        }
        row[at] = u;
        demand[at] = ofRow;
        tolerated[at] = limit;
        profit[at] = left;
        ratio[at] = each;
    }

    /** What rows pay that tolerate this load; adds their parts to those chosen, unless that is null. */
    private double paid(double load, double[] chosen) {
        double left = load;
        double sum = 0;
        for (int i = 0; i < count && left > 0 && profit[i] > 0; i++) {
            if (tolerated[i] >= load && demand[i] <= load) {
                double part = demand[i] <= left ? 1 : left / demand[i];
                sum += part * profit[i];
                left -= demand[i];
                if (chosen != null) {
                    chosen[row[i]] += part;
                    for (int d : pricedDimensions) {
                        taken[d] += part * share[row[i] * taken.length + d];
                    }
                }
            }
        }
        return sum;
    }
}
