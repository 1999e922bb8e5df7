package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;
import java.util.Arrays;

/**
 * The Lagrangian relaxation in which servers charge for what they share, and each twin goes where it then is cheapest, capacities
 * aside:
 *
 * <pre>score[m][s] = base[m][s] + sizePrice[s] · size[m] + demandPrice[s] · demand[m][s]</pre>
 *
 * <p>Bases, sizes and prices are the caller's, and so is the bound that follows: a proof uses those under which the scores bound
 * every placement, a learned policy those under which they rank servers well. With contention these differ.
 *
 * <p>A choice of all twins costs O(M·R). Allocates nothing after construction; belongs to one thread.
 */
public final class PricedChoice {
    private final ProblemView problem;
    private final int servers;
    private final double[] base;
    private final double[] size;
    private final double[] demandPrice;
    private final double[] sizePrice;
    private final double[] least;
    private final double[] regret;
    private final int[] best;
    private final double[] load;
    private final double[] sizeOn;

    /** All bases, sizes and prices 0. */
    public PricedChoice(ProblemView problem) {
        this.problem = problem;
        servers = problem.servers();
        base = new double[problem.twins() * servers];
        size = new double[problem.twins()];
        demandPrice = new double[servers];
        sizePrice = new double[servers];
        least = new double[problem.twins()];
        regret = new double[problem.twins()];
        best = new int[problem.twins()];
        load = new double[servers];
        sizeOn = new double[servers];
    }

    /** What a pair costs at prices of 0; infinite if the twin must not go there. */
    public void setBase(int twin, int server, double cost) {
        base[twin * servers + server] = cost;
    }

    /** How much of the second kind of resource a twin uses, on every server alike. */
    public void setSize(int twin, double use) {
        size[twin] = use;
    }

    public double size(int twin) {
        return size[twin];
    }

    /** The price of a unit of demand on each server, at least 0. Returns the array itself: write to it before {@link #choose}. */
    public double[] demandPrices() {
        return demandPrice;
    }

    /** The price of a unit of size on each server, likewise. */
    public double[] sizePrices() {
        return sizePrice;
    }

    /** Lets every twin choose. Returns the sum of the least scores, in ascending order of twins. */
    public double choose() {
        boolean capacities = problem.hasCapacities();
        Arrays.fill(load, 0);
        Arrays.fill(sizeOn, 0);
        double sum = 0;
        for (int m = 0; m < best.length; m++) {
            choose(m, capacities);
            sum += least[m];
        }
        return sum;
    }

    private void choose(int twin, boolean capacities) {
        int row = twin * servers;
        double use = size[twin];
        int at = 0;
        double min = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        for (int s = 0; s < servers; s++) {
            double score = base[row + s] + sizePrice[s] * use;
            if (capacities) {
                score += demandPrice[s] * problem.demand(twin, s);
            }
            if (score < min) {
                next = min;
                min = score;
                at = s;
            } else if (score < next) {
                next = score;
            }
        }
        best[twin] = at;
        least[twin] = min;
        regret[twin] = next - min;
        sizeOn[at] += use;
        if (capacities) {
            load[at] += problem.demand(twin, at);
        }
    }

    /** The cost of a pair at the present prices. */
    public double score(int twin, int server) {
        return base[twin * servers + server]
                + sizePrice[server] * size[twin]
                + demandPrice[server] * problem.demand(twin, server);
    }

    /** What prices add to a pair, if only a share of the size's price is charged. */
    public double price(int twin, int server, double shareOfSize) {
        return demandPrice[server] * problem.demand(twin, server) + shareOfSize * sizePrice[server] * size[twin];
    }

    /** The server of least score, the lowest index among equals; 0 if no score is finite. */
    public int best(int twin) {
        return best[twin];
    }

    /** The best server of each twin. The array itself, read only. */
    public int[] best() {
        return best;
    }

    /** The server of the next score, the lowest index among equals; -1 if there is none. O(R). */
    public int runnerUp(int twin) {
        int runnerUp = -1;
        double next = Double.POSITIVE_INFINITY;
        for (int s = 0; s < servers; s++) {
            if (s != best[twin] && score(twin, s) < next) {
                next = score(twin, s);
                runnerUp = s;
            }
        }
        return runnerUp;
    }

    /** The least score of each twin. The array itself, read only. */
    public double[] least() {
        return least;
    }

    /** Σ demand of the twins that chose each server; 0 if none has a capacity. The array itself, read only. */
    public double[] loads() {
        return load;
    }

    /** Σ size of the twins that chose each server. The array itself, read only. */
    public double[] sizes() {
        return sizeOn;
    }

    /** By how much the runner-up's score is higher; infinite if there is none. */
    public double regret(int twin) {
        return regret[twin];
    }

    /** The same of each twin. The array itself, read only. */
    public double[] regrets() {
        return regret;
    }
}
