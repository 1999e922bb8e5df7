package dev.twinplace.exact.bound;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Looks for better prices of an {@link AssignmentRelaxation}: a deflected subgradient method.
 *
 * <p>A twin that no server takes is priced too low, one that several take too high. A step goes along this subgradient and
 * a share of the step before (Camerini, Fratta and Maffioli, Mathematical Programming Study 3, 1975), as far as Polyak's
 * rule says for the cost that one hopes to reach. After steps without a better bound it turns back to the best prices and
 * goes on with half the length. Prices of rows go along, in units in which they are costs of a twin. Allocates nothing after
 * construction.
 */
public final class TwinPriceSubgradient {
    private static final double MEMORY = 0.7;
    private static final int PATIENCE = 5;
    private static final double MIN_LENGTH = 0.01;

    private final AssignmentRelaxation relaxation;
    private final int twins;
    private final double[] price;
    private final double[] bestPrice;
    private final double[] direction;
    private double bestBound;

    public TwinPriceSubgradient(AssignmentRelaxation relaxation) {
        this.relaxation = relaxation;
        twins = relaxation.twins();
        price = relaxation.prices();
        bestPrice = new double[price.length];
        direction = new double[price.length];
    }

    /** Looks at every evaluated relaxation, whose takers suggest a placement. */
    @FunctionalInterface
    public interface Observer {
        void evaluated(double bound);
    }

    /**
     * Climbs from the relaxation's prices and leaves the best ones there, evaluated unless it was stopped.
     *
     * @param steps at most so many evaluations
     * @param length of the first step, relative to Polyak's: 1 after a change that is large, less after a small one
     * @param target a cost to climb towards, such as an incumbent's: there it stops, for the part of the tree is done
     * @param goesOn asked during and after evaluations
     * @return the best bound, minus infinity if stopped during the first evaluation
     */
    public double climb(int steps, double length, double target, BooleanSupplier goesOn, Observer observer) {
        double scale = length;
        int idle = 0;
        bestBound = Double.NEGATIVE_INFINITY;
        System.arraycopy(price, 0, bestPrice, 0, price.length);
        Arrays.fill(direction, 0);
        for (int step = 0; step < steps && scale > MIN_LENGTH && relaxation.evaluate(goesOn); step++) {
            double bound = relaxation.bound();
            if (bound > bestBound) {
                idle = bound - bestBound < 0.02 * (target - bound) ? idle + 1 : 0;
                bestBound = bound;
                System.arraycopy(price, 0, bestPrice, 0, price.length);
            } else {
                idle++;
            }
            observer.evaluated(bound);
            if (!goesOn.getAsBoolean() || bound >= target || relaxation.isOptimal()) {
                break;
            }
            if (idle >= PATIENCE) {
                idle = 0;
                scale /= 2;
                if (bound < bestBound) {
                    System.arraycopy(bestPrice, 0, price, 0, price.length);
                    Arrays.fill(direction, 0);
                    if (!relaxation.evaluate(goesOn)) {
                        break;
                    }
                    bound = bestBound;
                }
            }
            step(scale * (target - bound));
        }
        System.arraycopy(bestPrice, 0, price, 0, price.length);
        relaxation.evaluate(goesOn);
        return bestBound;
    }

    private void step(double distance) {
        double squares = 0;
        for (int m = 0; m < twins; m++) {
            direction[m] = MEMORY * direction[m] + 1 - relaxation.takers(m);
            squares += direction[m] * direction[m];
        }
        for (int i = twins; i < price.length; i++) {
            direction[i] = MEMORY * direction[i] + relaxation.lack(i);
            if (price[i] <= 0 && direction[i] < 0) {
                direction[i] = 0;
            }
            squares += direction[i] * direction[i];
        }
        if (squares == 0) {
            return;
        }
        double factor = distance / squares;
        for (int m = 0; m < twins; m++) {
            price[m] += factor * direction[m];
        }
        for (int i = twins; i < price.length; i++) {
            price[i] = Math.max(0, price[i] + factor * direction[i] / relaxation.unit(i));
        }
    }
}
