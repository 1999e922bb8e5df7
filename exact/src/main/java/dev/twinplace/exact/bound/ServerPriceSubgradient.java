package dev.twinplace.exact.bound;

import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Looks for better prices of a {@link PriceRelaxation}: a deflected subgradient method with Polyak's step.
 *
 * <p>Prices rise where too much load or size goes and fall where less. Prices of demand are scaled by the limit, prices of size by
 * the mean size of a server, so that both are costs of a full server and one length of step fits both. Prices of rows are scaled as those of demand.
 */
public final class ServerPriceSubgradient {
    private static final double MEMORY = 0.6;
    private static final int PATIENCE = 8;
    private static final double MIN_SCALE = 1e-3;

    private final PriceRelaxation relaxation;
    private final int servers;
    private final double meanSize;
    private final double[] price;
    private final double[] bestPrice;
    private final double[] direction;
    private double bestBound = Double.NEGATIVE_INFINITY;
    private double scale = 1;
    private int idle;

    /** All prices 0. */
    public ServerPriceSubgradient(PlacementProblem problem) {
        relaxation = new PriceRelaxation(problem);
        servers = problem.servers();
        double totalSize = relaxation.totalSize();
        meanSize = totalSize > 0 ? totalSize / servers : 1;
        price = new double[2 * servers + relaxation.rowPrices().length];
        bestPrice = new double[price.length];
        direction = new double[price.length];
    }

    /**
     * Goes on from prices that are nearly right, such as those of a similar problem. Before the first step.
     *
     * @param prices of a unit of demand on each server, then of a unit of size; where there is no such price it plays no part
     * @param length of the first step, relative to Polyak's
     */
    public void startFrom(double[] prices, double length) {
        for (int s = 0; s < servers; s++) {
            double limit = relaxation.limit(s);
            boolean limited = limit > 0 && limit != Double.POSITIVE_INFINITY;
            bestPrice[s] = limited ? prices[s] * limit : 0;
            bestPrice[servers + s] = relaxation.contention(s) > 0 ? prices[servers + s] * meanSize : 0;
        }
        restart(length);
    }

    /** The best prices, as {@link #startFrom} takes them, without those of rows. Follows {@link #restoreBest}. */
    public double[] bestPrices() {
        double[] prices = new double[2 * servers];
        System.arraycopy(relaxation.demandPrices(), 0, prices, 0, servers);
        System.arraycopy(relaxation.sizePrices(), 0, prices, servers, servers);
        return prices;
    }

    /** At most the cost of any placement. */
    public double bestBound() {
        return bestBound;
    }

    /** Takes so many steps, fewer if they get too short to matter, and returns to the best prices. */
    public void climb(int steps, double target, BooleanSupplier goesOn) {
        for (int i = 0; i < steps && isClimbing() && bestBound < target && (i == 0 || goesOn.getAsBoolean()); i++) {
            step(target);
        }
        restoreBest();
    }

    /**
     * What each twin pays at the best prices after {@link #climb}, then the prices of rows: a start for {@link
     * AssignmentRelaxation#prices}. A new array.
     */
    public double[] twinPrices() {
        double[] least = relaxation.leastPrices();
        double[] rowPrices = relaxation.rowPrices();
        double[] prices = Arrays.copyOf(least, least.length + rowPrices.length);
        System.arraycopy(rowPrices, 0, prices, least.length, rowPrices.length);
        return prices;
    }

    /** Returns to the best prices, to climb on with steps of a length relative to Polyak's. */
    public void restart(double length) {
        scale = length;
        idle = 0;
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        Arrays.fill(direction, 0);
    }

    /** Whether steps are still long enough to matter. They are halved whenever they stop to help. */
    public boolean isClimbing() {
        return scale > MIN_SCALE;
    }

    public PriceRelaxation relaxation() {
        return relaxation;
    }

    /** Evaluates the present prices, then steps on, towards a target cost. Returns the bound of these prices. */
    public double step(double target) {
        setPrices(price);
        double bound = relaxation.evaluate();
        if (bound > bestBound) {
            idle = bound - bestBound < 0.01 * (target - bound) ? idle + 1 : 0;
            bestBound = bound;
            System.arraycopy(price, 0, bestPrice, 0, price.length);
        } else {
            idle++;
        }
        if (idle >= PATIENCE) {
            idle = 0;
            scale /= 2;
            if (bound < bestBound) {
                System.arraycopy(bestPrice, 0, price, 0, price.length);
                setPrices(price);
                relaxation.evaluate();
                Arrays.fill(direction, 0);
            }
        }
        move(scale * (target - bestBound));
        return bound;
    }

    /** Evaluates the relaxation at the best prices so far. */
    public void restoreBest() {
        setPrices(bestPrice);
        relaxation.evaluate();
    }

    private void move(double distance) {
        double squares = 0;
        for (int i = 0; i < price.length; i++) {
            double gradient = gradient(i);
            direction[i] = MEMORY * direction[i] + gradient;
            if (price[i] <= 0 && direction[i] < 0) {
                direction[i] = 0;
            }
            squares += direction[i] * direction[i];
        }
        if (squares > 0) {
            double factor = distance / squares;
            for (int i = 0; i < price.length; i++) {
                price[i] = Math.max(0, price[i] + factor * direction[i]);
            }
        }
    }

    private double gradient(int index) {
        if (index >= 2 * servers) {
            return relaxation.relativeRowExcess(index - 2 * servers);
        }
        return index < servers ? overload(index) : excessSize(index - servers);
    }

    private double overload(int server) {
        double limit = relaxation.limit(server);
        boolean limited = limit > 0 && limit != Double.POSITIVE_INFINITY;
        return limited ? relaxation.loads()[server] / limit - 1 : 0;
    }

    private double excessSize(int server) {
        double kappa = relaxation.contention(server);
        return kappa > 0 ? (relaxation.sizes()[server] - relaxation.sizePrices()[server] / (2 * kappa)) / meanSize : 0;
    }

    private void setPrices(double[] scaled) {
        for (int s = 0; s < servers; s++) {
            double limit = relaxation.limit(s);
            boolean limited = limit > 0 && limit != Double.POSITIVE_INFINITY;
            relaxation.demandPrices()[s] = limited ? scaled[s] / limit : 0;
            relaxation.sizePrices()[s] = relaxation.contention(s) > 0 ? scaled[servers + s] / meanSize : 0;
        }
        for (int cell = 0; cell < scaled.length - 2 * servers; cell++) {
            relaxation.rowPrices()[cell] = scaled[2 * servers + cell] / relaxation.rowLimit(cell);
        }
    }
}
