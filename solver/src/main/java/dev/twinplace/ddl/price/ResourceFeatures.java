package dev.twinplace.ddl.price;

import dev.twinplace.cost.PricedChoice;
import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * What a network sees of a resource: how much of it would be used if it were free, how much of that would go elsewhere if it
 * cost so much more, how much would come if the twins' first choice cost so much more, and what supply there is. The two
 * curves are those of demand in a market, one resource seen apart. All are in the units of {@link SharedResources}, so that
 * they do not depend on the scale or size of the problem.
 */
final class ResourceFeatures {
    /** Price differences at which the curves are sampled, in units. */
    private static final double[] SAMPLES = {0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2};

    /** How many there are of a resource. */
    static final int COUNT = 2 * SAMPLES.length + 6;

    private static final double MOST = 4;

    private final ProblemView problem;
    private final SharedResources resources;
    private final double[] load;
    private final double[] leaving;
    private final double[] coming;

    ResourceFeatures(ProblemView problem, SharedResources resources) {
        this.problem = problem;
        this.resources = resources;
        load = new double[2 * problem.servers()];
        leaving = new double[load.length * SAMPLES.length];
        coming = new double[load.length * SAMPLES.length];
    }

    /**
     * Writes a row for each resource.
     *
     * @param choice at prices of 0
     * @param rows a row every {@code stride} floats; what follows the features in a row is left alone
     */
    void write(PricedChoice choice, float[] rows, int stride) {
        drawCurves(choice);
        double excess = 0;
        for (int r = 0; r < resources.count(); r++) {
            excess += Math.max(0, load[r] - resources.freeSupply(r));
        }
        double meanExcess = excess / Math.max(1, resources.count());
        for (int r = 0; r < resources.count(); r++) {
            int at = r * stride;
            rows[at++] = clipped(load[r]);
            rows[at++] = clipped(load[r] - resources.freeSupply(r));
            rows[at++] = clipped(resources.freeSupply(r));
            rows[at++] = clipped(resources.pricePerLoad(r));
            rows[at++] = clipped(meanExcess);
            rows[at++] = resources.isCapacity(r) ? 1 : 0;
            for (int k = r * SAMPLES.length; k < (r + 1) * SAMPLES.length; k++) {
                rows[at++] = clipped(leaving[k]);
                rows[at++] = clipped(coming[k]);
            }
        }
    }

    private static float clipped(double value) {
        return (float) Math.min(MOST, Math.max(-MOST, value));
    }

    private void drawCurves(PricedChoice choice) {
        Arrays.fill(load, 0, resources.count(), 0);
        Arrays.fill(leaving, 0, resources.count() * SAMPLES.length, 0);
        Arrays.fill(coming, 0, resources.count() * SAMPLES.length, 0);
        for (int m = 0; m < problem.twins(); m++) {
            int best = choice.best(m);
            int runnerUp = choice.runnerUp(m);
            add(resources.capacityOf(best), m, choice.regret(m), leaving, true);
            add(resources.speedOf(best), m, choice.regret(m), leaving, true);
            if (runnerUp >= 0) {
                add(resources.capacityOf(runnerUp), m, choice.regret(m), coming, false);
                add(resources.speedOf(runnerUp), m, choice.regret(m), coming, false);
            }
        }
    }

    private void add(int resource, int twin, double regret, double[] curve, boolean chosen) {
        if (resource < 0) {
            return;
        }
        double use = resources.use(resource, twin);
        double units = use / resources.loadUnit(resource);
        if (chosen) {
            load[resource] += units;
        }
        double costOfUnitPrice = use * resources.priceUnit(resource);
        for (int k = 0; k < SAMPLES.length; k++) {
            if (regret < SAMPLES[k] * costOfUnitPrice) {
                curve[resource * SAMPLES.length + k] += units;
            }
        }
    }
}
