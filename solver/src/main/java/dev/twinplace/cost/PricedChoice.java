package dev.twinplace.cost;

import dev.twinplace.problem.ProblemView;

/**
 * The Lagrangian relaxation in which servers charge for what they share, and each twin goes where it then is cheapest, capacities
 * aside:
 *
 * <pre>score[m][s] = base[m][s] + (demandPrice[s] · demand[m][s] + sizePrice[s] · size[m])</pre>
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
    private final int[] runnerUp;

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
        runnerUp = new int[problem.twins()];
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

    /** Of a unit of demand on each server, at least 0. The array itself: write to it before {@link #choose}. */
    public double[] demandPrices() {
        return demandPrice;
    }

    /** Of a unit of size on each server, likewise. */
    public double[] sizePrices() {
        return sizePrice;
    }

    /** Lets every twin choose. Returns the sum of the least scores, in ascending order of twins. */
    public double choose() {
        boolean capacities = problem.hasCapacities();
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
        int first = -1;
        int second = -1;
        double min = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        for (int s = 0; s < servers; s++) {
            double price = sizePrice[s] * use;
            if (capacities) {
                price = demandPrice[s] * problem.demand(twin, s) + price;
            }
            double score = base[row + s] + price;
            if (score < min) {
                second = first;
                next = min;
                first = s;
                min = score;
            } else if (score < next) {
                second = s;
                next = score;
            }
        }
        best[twin] = Math.max(first, 0);
        runnerUp[twin] = second;
        least[twin] = min;
        regret[twin] = next - min;
    }

    /** The cost of a pair at the present prices. */
    public double score(int twin, int server) {
        return base[twin * servers + server] + price(twin, server, 1);
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

    /** The server of the next score, or -1 if there is none. */
    public int runnerUp(int twin) {
        return runnerUp[twin];
    }

    /** The least score of each twin. The array itself, read only. */
    public double[] least() {
        return least;
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
