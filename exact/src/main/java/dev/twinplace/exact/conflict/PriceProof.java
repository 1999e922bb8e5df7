package dev.twinplace.exact.conflict;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Proves by prices that rows cannot all be packed: if all servers together cannot be paid what the rows cost together, some row has no
 * place. A Lagrangian bound, in which each row has a price for being placed once; by subgradient steps (Held, Wolfe and Crowder,
 * "Validation of subgradient optimization", Mathematical Programming 6, 1974), each of which continues half of the one before it.
 */
final class PriceProof {
    /** What rows should cost beyond what servers are paid, relative to their cost: steps are as long as if it could be so much. */
    private static final double AIM = 0.01;

    private static final double INERTIA = 0.5;

    /** How much longer steps are in prices of what servers have than in prices of rows, of which servers take a few each. */
    private static final double STEP_OF_DIMENSIONS = 4;

    private static final double MIN_SCALE = 0.01;

    private final Packing packing;
    private final PackingLoads loads;
    private final PackingDomains domains;
    private final PackingRoom room;
    private final int[] pricedDimensions;
    private final PricedServer[] servers;
    private final double[] price;
    private final double[] scale;
    private final double[] chosen;
    private final double[] direction;

    /** By server and dimension. */
    private final double[][] dimensionDirection;

    /** All prices in proportion to demands; or those of another packing. */
    PriceProof(Packing packing, PackingLoads loads, PackingDomains domains, ProofPrices known) {
        this.packing = packing;
        this.loads = loads;
        this.domains = domains;
        room = domains.remaining();
        int rows = packing.rows();
        int dimensions = packing.dimensions().size();
        int quantity = packing.hasWorkLimits() ? dimensions : tightest();
        pricedDimensions = IntStream.range(0, dimensions)
                .filter(d -> d != quantity && packing.dimensions().get(d).isResource() && room.isLimited(d))
                .filter(d -> quantity != dimensions || !room.isWork(d))
                .toArray();
        servers = new PricedServer[packing.servers()];
        Arrays.setAll(servers, s -> new PricedServer(packing, s, quantity, pricedDimensions));
        price = new double[rows];
        scale = new double[rows];
        chosen = new double[rows];
        direction = new double[rows];
        dimensionDirection = new double[servers.length][dimensions];
        Arrays.setAll(scale, u -> quantity == dimensions ? packing.work(u) : packing.leastDemand(quantity, u));
        double mean = Arrays.stream(scale).sum() / rows;
        Arrays.setAll(scale, u -> mean > 0 ? Math.max(scale[u] / mean, MIN_SCALE) : 1);
        if (known.isKnown()) {
            known.read(packing, price, servers);
        } else {
            System.arraycopy(scale, 0, price, 0, rows);
        }
    }

    /** The resource of which rows demand the largest share; the number of the dimensions, for work, if none is limited. */
    private int tightest() {
        int tightest = packing.dimensions().size();
        double most = 0;
        for (int d = 0; d < packing.dimensions().size(); d++) {
            double demand = 0;
            double limit = 0;
            for (int u = 0; u < packing.rows(); u++) {
                demand += packing.leastDemand(d, u);
            }
            for (int s = 0; s < packing.servers(); s++) {
                limit += packing.limit(d, s);
            }
            if (packing.dimensions().get(d).isResource() && demand > most * limit) {
                most = demand / limit;
                tightest = d;
            }
        }
        return tightest;
    }

    /**
     * Whether prices prove that the rows that are nowhere cannot all be put beside the others. A step is O(rows² · R) at most.
     *
     * @param steps at most
     */
    boolean refutes(int steps) {
        for (PricedServer server : servers) {
            server.read(loads, domains, room);
        }
        Arrays.fill(direction, 0);
        for (double[] each : dimensionDirection) {
            Arrays.fill(each, 0);
        }
        for (int step = 0; step < steps; step++) {
            double cost = cost();
            double excess = cost - mostPaid();
            if (excess > Shortage.ROUNDING * cost) {
                return true;
            }
            double length = turn();
            if (length == 0) {
                return false;
            }
            move((AIM * cost - excess) / length);
        }
        return false;
    }

    /** The prices after a proof, for others to begin with. */
    void write(ProofPrices to) {
        to.write(packing, price, servers);
    }

    private double cost() {
        double cost = 0;
        for (int u = 0; u < price.length; u++) {
            cost += loads.serverOf(u) == PackingLoads.NOWHERE ? price[u] : 0;
        }
        return cost;
    }

    private double mostPaid() {
        Arrays.fill(chosen, 0);
        double paid = 0;
        for (PricedServer server : servers) {
            paid += server.mostPaid(price, chosen);
        }
        return paid;
    }

    /** Towards what rows lack, or limits; returns the squared length of the direction. */
    private double turn() {
        double length = 0;
        for (int u = 0; u < price.length; u++) {
            if (loads.serverOf(u) == PackingLoads.NOWHERE) {
                direction[u] = 1 - chosen[u] + INERTIA * direction[u];
                length += scale[u] * direction[u] * direction[u];
            }
        }
        for (int s = 0; s < servers.length; s++) {
            double[] towards = dimensionDirection[s];
            for (int d : pricedDimensions) {
                boolean isFree = servers[s].isLimited(d) && (servers[s].price()[d] > 0 || servers[s].excess(d) > 0);
                towards[d] = isFree ? servers[s].excess(d) + INERTIA * towards[d] : 0;
                length += STEP_OF_DIMENSIONS * towards[d] * towards[d];
            }
        }
        return length;
    }

    private void move(double far) {
        for (int u = 0; u < price.length; u++) {
            if (loads.serverOf(u) == PackingLoads.NOWHERE) {
                price[u] = Math.max(0, price[u] + far * scale[u] * direction[u]);
            }
        }
        for (int s = 0; s < servers.length; s++) {
            double[] ofServer = servers[s].price();
            for (int d : pricedDimensions) {
                ofServer[d] = Math.max(0, ofServer[d] + far * STEP_OF_DIMENSIONS * dimensionDirection[s][d]);
            }
        }
    }
}
