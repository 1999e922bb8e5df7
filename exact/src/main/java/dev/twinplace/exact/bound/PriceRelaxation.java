package dev.twinplace.exact.bound;

import dev.twinplace.cost.PricedChoice;
import dev.twinplace.problem.PlacementProblem;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The relaxation in which servers charge for what is scarce, and each twin goes where it then is cheapest.
 *
 * <p>Rows of side constraints have prices too, see {@link RowPrices}, which the formula leaves out.
 *
 * <p>Server s has a price π<sub>s</sub> ≥ 0 per unit of demand if its capacity is finite, and a price ρ<sub>s</sub> ≥ 0 per
 * unit of size w = √(weight · work) if it has contention κ<sub>s</sub>. Every placement costs at least
 *
 * <pre>Σ_m min_s ( cost[m][s] + π_s · demand[m][s] + ρ_s · w_m ) − Σ_s π_s · limit_s − Σ_s ρ_s² / (4 κ_s)</pre>
 *
 * <p>Capacities: load ≤ limit, so that π(load − limit) ≤ 0 may be added; at the best prices this is the bound of the linear
 * program. Contention: (Σ weight)(Σ work) ≥ (Σ w)² =: W² by Cauchy and Schwarz, and κW² ≥ ρW − ρ²/(4κ), the tangent of a
 * convex function. What is lost is the spread of work per weight, and what a twin split between servers would gain.
 *
 * <p>An evaluation costs O(M·R). Allocates nothing after construction; belongs to one thread.
 */
final class PriceRelaxation {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    private final int twins;
    private final int servers;
    private final PricedChoice choice;
    private final double[] limit;
    private final double[] contention;
    private final boolean isInfeasible;
    /** Null without rows; likewise what they concern alone: costs, infinite where a twin does not fit. */
    private final RowPrices rows;

    private final double[] uncharged;
    private final double[] rowPrice;
    private final double[] rowLoad;
    private double bound = Double.NEGATIVE_INFINITY;

    /** All prices 0. Copies the costs, O(M·R). */
    PriceRelaxation(PlacementProblem problem) {
        twins = problem.twins();
        servers = problem.servers();
        choice = new PricedChoice(problem);
        rows = RowPrices.of(problem, 0);
        rowPrice = new double[RowPrices.count(problem)];
        rowLoad = new double[rowPrice.length];
        uncharged = new double[rows == null ? 0 : twins * servers];
        limit = new double[servers];
        contention = new double[servers];
        for (int s = 0; s < servers; s++) {
            limit[s] = problem.loadLimit(s);
            contention[s] = problem.contention(s);
        }
        boolean infeasible = false;
        for (int m = 0; m < twins; m++) {
            choice.setSize(m, Math.sqrt(problem.weight(m) * problem.work(m)));
            boolean fits = false;
            for (int s = 0; s < servers; s++) {
                fits |= problem.fits(m, s);
                setBase(m, s, problem.fits(m, s) ? problem.cost(m, s) : Double.POSITIVE_INFINITY);
            }
            infeasible |= !fits;
        }
        isInfeasible = infeasible;
    }

    private void setBase(int twin, int server, double cost) {
        choice.setBase(twin, server, cost);
        if (rows != null) {
            uncharged[twin * servers + server] = cost;
        }
    }

    /**
     * The bound at the present prices, rounding errors taken off; infinite if a twin fits nowhere, and minus infinity if
     * prices or sums overflow. Costs must not be negative, so that no term is larger than its sum.
     */
    double evaluate() {
        double charge = chargeForRows();
        double sum = choice.choose();
        addRowLoads();
        if (!Double.isFinite(sum)) {
            bound = isInfeasible ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            return bound;
        }
        double magnitude = 0;
        for (double least : choice.least()) {
            magnitude += Math.abs(least);
        }
        magnitude += sum;
        sum -= charge;
        for (int s = 0; s < servers; s++) {
            if (limit[s] != Double.POSITIVE_INFINITY) {
                sum -= demandPrices()[s] * limit[s];
            }
            if (contention[s] > 0) {
                sum -= sizePrices()[s] * sizePrices()[s] / (4 * contention[s]);
            }
        }
        magnitude -= sum; // what was taken off, and what was added
        double lowered = sum - (2 * twins + 4 * servers + 16) * UNIT_ROUNDOFF * magnitude;
        bound = Double.isFinite(lowered) ? lowered : Double.NEGATIVE_INFINITY;
        return bound;
    }

    /** Returns what rows are worth in all, at least. */
    private double chargeForRows() {
        if (rows == null) {
            return 0;
        }
        for (int m = 0; m < twins; m++) {
            for (int s = 0; s < servers; s++) {
                choice.setBase(m, s, rows.charged(uncharged[m * servers + s], m, s, rowPrice));
            }
        }
        return rows.charge(rowPrice);
    }

    private void addRowLoads() {
        Arrays.fill(rowLoad, 0);
        for (int m = 0; m < twins && rows != null; m++) {
            rows.load(m, choice.best(m), rowLoad);
        }
    }

    /** The bound of the last evaluation. */
    double bound() {
        return bound;
    }

    /** π: written by the ascent method; 0 where the capacity is infinite. */
    double[] demandPrices() {
        return choice.demandPrices();
    }

    /** ρ: likewise; 0 where there is no contention. */
    double[] sizePrices() {
        return choice.sizePrices();
    }

    /** λ: likewise, that of row r on server s at r·R + s; 0 where {@link #relativeRowExcess} is. */
    double[] rowPrices() {
        return rowPrice;
    }

    /** By how much a row is exceeded on a server in the last evaluation, relative to the limit; 0 where there is no price for it. */
    double relativeRowExcess(int cell) {
        return rows.isPriced(cell) ? rowLoad[cell] / rows.limit(cell) - 1 : 0;
    }

    /** The limit of a cell that there is a price for, else infinite. */
    double rowLimit(int cell) {
        return rows.isPriced(cell) ? rows.limit(cell) : Double.POSITIVE_INFINITY;
    }

    /** Load of each server in the last evaluation. */
    double[] loads() {
        return choice.loads();
    }

    /** Σ w on each server in the last evaluation. */
    double[] sizes() {
        return choice.sizes();
    }

    double limit(int server) {
        return limit[server];
    }

    double contention(int server) {
        return contention[server];
    }

    /** What each twin pays in the last evaluation, prices included. */
    double[] leastPrices() {
        return choice.least();
    }

    /** The cheapest server of each twin in the last evaluation. */
    int[] choices() {
        return choice.best();
    }

    /** What its second cheapest server would cost each twin more, in the last evaluation. */
    double[] regrets() {
        return choice.regrets();
    }

    /** Σ w over all twins. */
    double totalSize() {
        return IntStream.range(0, twins).mapToDouble(choice::size).sum();
    }
}
